import { Controller, Get, Module, Res } from '@nestjs/common';
import { Args, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { FastifyReply } from 'fastify';
import { AttachmentsModule } from '../../src/attachments/attachments.module.js';
import type { FilePurpose } from '../../src/attachments/file-rules.js';
import { StoredFiles } from '../../src/attachments/stored-files.js';
import type { UploadArg } from '../../src/attachments/upload-arg.js';
import { Allow } from '../../src/platform/access/allow.js';
import { CurrentActor } from '../../src/platform/access/current-actor.js';
import type { Actor } from '../../src/platform/access/actor.js';
import { UploadScalar } from '../../src/platform/graphql/scalars.js';
import { UploadVisitors } from '../../src/platform/http/upload-visitors.js';

@ObjectType()
class ProbeAnswer {
  @Field(() => String, { nullable: true })
  id!: string | null;

  @Field(() => String, { nullable: true })
  code!: string | null;

  @Field(() => String, { nullable: true })
  message!: string | null;
}

/** A mutation with nothing around it: what registration and applications do with their files. */
@Resolver()
class UploadProbe {
  constructor(private readonly files: StoredFiles) {}

  @Allow('PUBLIC')
  @Mutation(() => ProbeAnswer)
  probeUpload(
    @CurrentActor() actor: Actor,
    @Args('ownerId') ownerId: string,
    @Args('purpose') purpose: string,
    @Args('file', { type: () => UploadScalar }) file: UploadArg,
  ): Promise<ProbeAnswer> {
    return this.store(actor, file, ownerId, purpose as FilePurpose);
  }

  private async store(
    actor: Actor,
    file: UploadArg,
    ownerId: string,
    purpose: FilePurpose,
  ): Promise<ProbeAnswer> {
    const outcome = await this.files.storeUpload(file, { purpose, ownerId });
    if (outcome.ok) return { id: outcome.file.id, code: null, message: null };
    const { code, message } = this.files.refusal(actor, outcome);
    return { id: null, code, message };
  }
}

const COOKIE = 'kaopu_probe';

/** Lets a browser upload without an account, as a registration does. */
@Controller('probe')
class ProbeController {
  constructor(visitors: UploadVisitors) {
    visitors.register((request) => Promise.resolve(request.cookies[COOKIE] === 'demo'));
  }

  @Get('cookie')
  async cookie(@Res() reply: FastifyReply): Promise<void> {
    await reply.setCookie(COOKIE, 'demo', { path: '/' }).send('');
  }
}

@Module({
  imports: [AttachmentsModule],
  controllers: [ProbeController],
  providers: [UploadProbe],
})
export class UploadProbeModule {}
