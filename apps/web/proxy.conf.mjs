/** Sends what the API answers to the API; its address comes from API_URL. The phone's script and style are files here. */
const target = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

export default Object.fromEntries(
  ['/graphql', '/files', '^/m/(open|send|file)?$', '/integration'].map((path) => [
    path,
    { target, changeOrigin: false },
  ]),
);
