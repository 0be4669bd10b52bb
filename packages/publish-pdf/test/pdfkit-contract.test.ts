import { expect, test } from "vitest";
import { openDocument, type PdfDocument } from "../src/writer/pdfkit-internals.ts";

/** What src/writer uses of pdfkit's inside. When one of these fails after an upgrade, look at src/writer first. */
const open = (): PdfDocument =>
  openDocument({ language: "en", info: { Title: "t", CreationDate: new Date(0), ModDate: new Date(0) } });

test("a document starts with the references that objects.ts takes over", () => {
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

test("a plain object is written in three parts, the second its body", () => {
  const document = open();
  const written: unknown[] = [];
  document._write = (data) => void written.push(data);
  document.ref({ Type: "Test", Size: 3 }).end();
  expect(written).toEqual([expect.stringMatching(/^\d+ 0 obj$/), "<<\n/Type /Test\n/Size 3\n>>", "endobj"]);
});

test("a reference keeps its stream in chunks until it ends", () => {
  const reference = open().ref({});
  reference.write(new Uint8Array([1, 2]));
  reference.write(new Uint8Array([3]));
  expect(reference.buffer.map((chunk) => [...chunk])).toEqual([[1, 2], [3]]);
});

test("a page can be opened without operators, and takes fonts, pictures, states and annotations", () => {
  const document = open();
  document.addContent = () => document;
  document.addPage({ size: [100, 50], margin: 0 });
  expect(document.page.content.buffer).toEqual([]);
  expect(document.page.dictionary.data).toMatchObject({ MediaBox: [0, 0, 100, 50] });
  expect(document.page).toMatchObject({ fonts: {}, xobjects: {}, ext_gstates: {}, annotations: [] });
});

test("no font is embedded that was not asked for", () => {
  const document = open();
  const written: unknown[] = [];
  document._write = (data) => void written.push(data);
  document._finalize = () => {};
  document.end();
  expect(written.join("\n")).not.toMatch(/\/Font/);
});

test("a plain string is a name, a boxed one is text", () => {
  const document = open();
  const written: unknown[] = [];
  document._write = (data) => void written.push(data);
  document.ref({ A: "name", B: new String("text") }).end();
  expect(written[1]).toBe("<<\n/A /name\n/B (text)\n>>");
});
