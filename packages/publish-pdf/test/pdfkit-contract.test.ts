import { expect, test } from "vitest";
import { openDocument, type PdfDocument } from "../src/writer/pdfkit-internals.ts";

/** Internals of pdfkit that src/writer uses. If one of these fails after an upgrade, look at src/writer first. */
const open = (): PdfDocument =>
  openDocument({ language: "en", info: { Title: "t", CreationDate: new Date(0), ModDate: new Date(0) } });

test("a document starts with the references that objects.ts hooks", () => {
  const document = open();
  expect(document._root.data).toMatchObject({ Type: "Catalog" });
  for (const early of [
    document._root.data.Pages,
    document._root.data.Names,
    document._root.data.ViewerPreferences,
    document.outline.dictionary,
  ]) {
    expect(early).toMatchObject({ id: expect.any(Number), data: expect.any(Object), finalize: expect.any(Function) });
  }
  expect(document._offsets.length).toBe(5);
});

test("a reference keeps its stream in chunks until it ends", () => {
  const reference = open().ref({});
  reference.write(new Uint8Array([1, 2]));
  reference.write(new Uint8Array([3]));
  expect(reference.buffer.map((chunk) => [...chunk])).toEqual([[1, 2], [3]]);
});

test("pages are counted and listed in the page tree", () => {
  const tree = open()._root.data.Pages as { data: Record<string, unknown> };
  expect(tree.data).toEqual({ Type: "Pages", Count: 0, Kids: [] });
});

test("an object's number is its index in the list of offsets", () => {
  const document = open();
  const id = document._offsets.push(null);
  expect(document.ref({}).id).toBe(id + 1);
});

test("embeds no font by itself", () => {
  const document = open();
  const written: unknown[] = [];
  document._write = (data) => void written.push(data);
  document._finalize = () => {};
  document.end();
  expect(written.join("\n")).not.toMatch(/\/Font/);
});
