import { resolve } from "node:path";
import { compile } from "@high-recall/compiler";
import { createRuleSet } from "@high-recall/rules";
import { Command } from "commander";
import { readSource } from "../check-content.ts";
import type { AddCommand, ExitCode } from "../command.ts";
import { compiledTopicBytes, sourceDigest } from "../compiled-topic-file.ts";
import { Failure } from "../failure.ts";
import type { Host } from "../host.ts";
import { choose } from "../locate.ts";
import { compiledTopicPath, shownPath } from "../paths.ts";
import { replaceFile } from "../replace-file.ts";
import { report } from "../report/report.ts";

/** `recall compile`: one topic to `dist/topic.json`, which depends on the topic and the code alone. */
export function compileCommand(add: AddCommand, host: Host): void {
  const command = new Command("compile")
    .description("compile one topic to dist/topic.json, which `recall publish` links")
    .argument("[folder]", "topic folder (default: the working folder)", ".");
  add(command, async (folder: string): Promise<ExitCode> => {
    const { topics, files } = await choose(host.cwd, folder);
    const topic = topics[0];
    if (topic === undefined || topic !== resolve(host.cwd, folder) || topics.length > 1 || files) {
      throw new Failure(
        `Cannot compile ${folder}: expected one topic folder, such as \`recall compile content/evaluation\``,
      );
    }
    const source = readSource(topic, host.cwd);
    const { topic: compiled, messages } = await compile(source, { rules: createRuleSet({ only: "structure" }) });
    const texts = new Map(source.files.map((file) => [file.path, file.text]));
    host.out(report({ messages, texts }, "pretty", host));
    if (compiled === undefined) return 1;
    const path = compiledTopicPath(topic);
    await replaceFile(path, compiledTopicBytes(sourceDigest(source), compiled, host), topic);
    host.out(`${shownPath(host.cwd, path)}\n`);
    return 0;
  });
}
