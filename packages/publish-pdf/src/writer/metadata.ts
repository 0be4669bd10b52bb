import type { DocumentInfo } from "@high-recall/typeset";
import type { PdfDocument } from "./pdfkit-internals.ts";

/** Writes the XMP packet; pdfkit's own does not escape its values. */
export function writeMetadata(document: PdfDocument, info: DocumentInfo): void {
  const stream = document.ref({ Type: "Metadata", Subtype: "XML" });
  stream.end(new TextEncoder().encode(packet(info)));
  document._root.data.Metadata = stream;
}

const producer = "High Recall";

/** The document's information dictionary. */
export function infoDictionary(info: DocumentInfo): Record<string, unknown> {
  const date = new Date(`${info.date}T00:00:00Z`);
  return {
    Title: info.title,
    Author: info.author,
    Subject: info.subject,
    Keywords: info.keywords.join(", "),
    Creator: producer,
    Producer: producer,
    CreationDate: date,
    ModDate: date,
  };
}

function packet(info: DocumentInfo): string {
  const alternatives = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const date = `${info.date}T00:00:00Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title>${alternatives(info.title)}</dc:title>
<dc:description>${alternatives(info.subject)}</dc:description>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(info.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${escapeXml(info.language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:CreatorTool>${producer}</xmp:CreatorTool><pdf:Producer>${producer}</pdf:Producer>
<pdf:Keywords>${escapeXml(info.keywords.join(", "))}</pdf:Keywords>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
