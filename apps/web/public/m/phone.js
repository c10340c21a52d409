// The phone's upload pages. Written for browsers of ten years ago (WeChat's among them), so ES5 and
// no module. The pages work without it; it opens the code by itself, shrinks, turns, shows progress.
(function () {
  'use strict';

  var LONGEST_SIDE = 2400;
  var JPEG_QUALITY = 0.9;

  function byId(id) {
    return document.getElementById(id);
  }

  function show(element, isShown) {
    element.hidden = !isShown;
  }

  // The token stands in the fragment, which browsers never send by themselves.
  function openCode(form) {
    var token = location.hash.slice(1);
    show(form, false);
    if (!token) {
      show(byId('no-link'), true);
      show(form, true);
      return;
    }
    show(byId('opening'), true);
    byId('token').value = token;
    // Out of the address bar and the history before it is used.
    if (history.replaceState) history.replaceState(null, '', location.pathname);
    form.submit();
  }

  function prepareSending(form) {
    var picked = null;
    var picture = null;
    var turns = 0;
    var canvas = byId('preview');
    var button = byId('submit');
    var progress = byId('progress');
    var problem = byId('problem');

    document.documentElement.className = 'script';
    show(button, false);

    function say(key, percent) {
      var words = key ? form.getAttribute('data-' + key) : '';
      progress.textContent = words.replace('{percent}', percent);
    }

    function refuse(words) {
      problem.textContent = words;
      show(problem, true);
      problem.scrollIntoView();
      say('');
      button.disabled = false;
    }

    function draw() {
      var isSideways = turns % 2 === 1;
      var scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
      var width = Math.max(1, Math.round(picture.width * scale));
      var height = Math.max(1, Math.round(picture.height * scale));
      var context = canvas.getContext('2d');
      canvas.width = isSideways ? height : width;
      canvas.height = isSideways ? width : height;
      // A transparent picture would become black as JPEG.
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.translate(canvas.width / 2, canvas.height / 2);
      context.rotate((turns * Math.PI) / 2);
      context.drawImage(picture, -width / 2, -height / 2, width, height);
    }

    function ready(isPicture) {
      show(byId('chosen'), true);
      show(canvas, isPicture);
      show(byId('rotate'), isPicture);
      byId('chosen-name').textContent = isPicture ? '' : picked.name;
      show(button, true);
      button.disabled = false;
      say('');
      button.focus();
    }

    function choose(input) {
      var file = input.files && input.files[0];
      var other = byId(input.id === 'camera' ? 'album' : 'camera');
      if (!file) return;
      other.value = '';
      picked = file;
      picture = null;
      turns = 0;
      show(problem, false);
      if (file.type.indexOf('image/') !== 0 || !window.URL) return ready(false);
      say('shrinking');
      var image = new Image();
      var address = URL.createObjectURL(file);
      image.onload = function () {
        picture = image;
        draw();
        URL.revokeObjectURL(address);
        ready(true);
      };
      // The browser cannot read it; the server says what to do.
      image.onerror = function () {
        URL.revokeObjectURL(address);
        ready(false);
      };
      image.src = address;
    }

    // Old browsers draw a picture as the camera held it, so an unturned original says more than a copy.
    function knowsOrientation() {
      return !!(window.CSS && CSS.supports && CSS.supports('image-orientation', 'from-image'));
    }

    function content(done) {
      var isOriginalBetter =
        !picture ||
        (turns === 0 &&
          picked.size <= Number(form.getAttribute('data-max')) &&
          !knowsOrientation());
      if (isOriginalBetter) return done(picked, picked.name);
      var name = picked.name.replace(/\.[^.]*$/, '') + '.jpg';
      if (canvas.toBlob) {
        return canvas.toBlob(
          function (blob) {
            done(blob || picked, blob ? name : picked.name);
          },
          'image/jpeg',
          JPEG_QUALITY
        );
      }
      var bytes = atob(canvas.toDataURL('image/jpeg', JPEG_QUALITY).split(',')[1]);
      var array = new Uint8Array(bytes.length);
      for (var index = 0; index < bytes.length; index++) array[index] = bytes.charCodeAt(index);
      return done(new Blob([array], { type: 'image/jpeg' }), name);
    }

    function answered(request) {
      var answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch (ignored) {
        // Not from our server: told as a lost connection below.
      }
      // The server's own page says what happened: received, or why the code is closed.
      if (answer.done || answer.closed) location.replace('/m/send');
      else refuse(answer.problem || form.getAttribute('data-offline'));
    }

    function send(blob, name) {
      var data = new FormData();
      var request = new XMLHttpRequest();
      data.append('file', blob, name);
      request.open('POST', form.action);
      request.setRequestHeader('x-requested-with', 'phone');
      request.upload.onprogress = function (event) {
        if (!event.lengthComputable) return;
        var percent = Math.floor((event.loaded / event.total) * 100);
        if (percent < 100) say('sending', percent);
        else say('checking');
      };
      request.onload = function () {
        answered(request);
      };
      request.onerror = function () {
        refuse(form.getAttribute('data-offline'));
      };
      say('sending', 0);
      request.send(data);
    }

    byId('camera').onchange = byId('album').onchange = function () {
      choose(this);
    };
    byId('rotate').onclick = function () {
      turns = (turns + 1) % 4;
      draw();
    };
    form.onsubmit = function () {
      // Without these the browser sends the form itself.
      if (!picked || !window.FormData || !window.Blob) return true;
      button.disabled = true;
      show(problem, false);
      say('shrinking');
      content(send);
      return false;
    };
  }

  if (byId('open')) openCode(byId('open'));
  if (byId('send')) prepareSending(byId('send'));
})();
