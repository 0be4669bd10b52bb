import { Command } from "commander";
import { build } from "../build.ts";
import { Failure } from "../failure.ts";
import type { Host } from "../host.ts";
import { choose } from "../locate.ts";
import type { AddCommand, ExitCode } from "../main.ts";
import { digestOf, objectBytes } from "../object.ts";
import { objectPath, shownPath } from "../paths.ts";
import { readTopic } from "../read-topic.ts";
import { replaceFile } from "../replace-file.ts";
import { hasErrors } from "../report/message.ts";
import { report } from "../report/report.ts";
import { editionFor } from "../workspace.ts";

/** `recall compile`: one topic to its object file, `dist/topic.json`. */
export function compileCommand(add: AddCommand, host: Host): void {
  const command = new Command("compile")
    .description("compile one topic to dist/topic.json, which `recall publish` links")
    .argument("[folder]", "topic folder (default: the working folder)", ".");
  add(command, async (folder: string): Promise<ExitCode> => {
    const { content, topics, files } = await choose(host.cwd, folder);
    const topic = topics[0];
    if (!topic || topics.length > 1 || files) {
      throw new Failure(
        `Cannot compile ${folder}: expected one topic folder, such as \`recall compile content/evaluation\``,
      );
    }
    const edition = await editionFor(content, topics, undefined, host.cwd);
    const built = await build(topics, { cwd: host.cwd, rules: edition.rules });
    host.out(report(built, "pretty", host));
    if (hasErrors(built.messages)) return 1;
    const object = built.compiled.get(topic)?.object;
    if (!object) throw new Error(`${topic} has no errors and no object`);
    const path = objectPath(topic);
    await replaceFile(path, objectBytes(digestOf(await readTopic(topic, host.cwd), edition.rules), object), topic);
    host.out(`${shownPath(host.cwd, path)}\n`);
    return 0;
  });
}
