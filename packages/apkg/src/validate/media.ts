import type { CompleteCollection, Media } from "../collection.ts";
import { PackageError } from "../error.ts";
import { faultOfMediaName, mediaReferences } from "../media-name.ts";
import { placeOfNote } from "./notes.ts";
import { refuseRepeats } from "./refuse.ts";

export function validateMedia(collection: CompleteCollection): void {
  refuseRepeats(collection.media, placeOfMedia, (file) => file.name.toLowerCase(), "the name");
  for (const file of collection.media) {
    const fault = faultOfMediaName(file.name);
    if (fault !== undefined) throw new PackageError(placeOfMedia(file), fault);
  }
  const names = new Set(collection.media.map((file) => file.name));
  collection.notes.forEach((note, index) => {
    for (const name of note.fields.flatMap(mediaReferences)) {
      if (names.has(name.normalize("NFC"))) continue;
      const where = placeOfNote(note, index);
      throw new PackageError(where, `shows the file ${JSON.stringify(name)}, which \`media\` does not have`);
    }
  });
}

function placeOfMedia(file: Media): string {
  return `media file ${JSON.stringify(file.name)}`;
}
