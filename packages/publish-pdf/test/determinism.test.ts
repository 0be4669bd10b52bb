import { readFonts } from "@high-recall/typeset/node";
import { expect, test } from "vitest";
import { createPdfPublisher, product } from "../src/index.ts";
import { sample } from "./sample/curriculum.ts";

const products = [
  product.parse({ layout: "sheet", path: "a.pdf", columns: 2 }),
  product.parse({ layout: "handbook", path: "b.pdf" }),
];
const publish = async () => {
  const { artifacts } = await createPdfPublisher({ fonts: readFonts() }).publish(sample, products);
  return artifacts.map(({ bytes }) => Buffer.from(bytes).toString("base64"));
};

test("the same curriculum gives the same bytes in any time zone and locale", async () => {
  const before = await publish();
  const { TZ, LANG, LC_ALL } = process.env;
  Object.assign(process.env, { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" });
  try {
    expect(await publish()).toEqual(before);
  } finally {
    for (const [name, value] of Object.entries({ TZ, LANG, LC_ALL })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
});

test("a publisher gives the same bytes when used again", async () => {
  const publisher = createPdfPublisher({ fonts: readFonts() });
  const first = await publisher.publish(sample, products);
  const second = await publisher.publish(sample, products);
  expect(second.artifacts.map(({ bytes }) => Buffer.compare(bytes, first.artifacts[0]?.bytes ?? bytes) === 0)).toEqual([
    true,
    false,
  ]);
  expect(
    Buffer.compare(second.artifacts[1]?.bytes ?? new Uint8Array(), first.artifacts[1]?.bytes ?? new Uint8Array()),
  ).toBe(0);
});
