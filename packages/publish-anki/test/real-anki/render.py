#!/usr/bin/env python3
"""Every card as the real Anki renders it: python render.py package.apkg cards.json (a list of {name, noteType, question, answer, css})"""

import json
import os
import sys
import tempfile

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

package, out = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    col = Collection(os.path.join(folder, "collection.anki2"))
    request = ImportAnkiPackageRequest(package_path=os.path.abspath(package), options=ImportAnkiPackageOptions())
    col.import_anki_package(request)
    cards = []
    for (id,) in col.db.all("select id from cards order by due, ord"):
        card = col.get_card(id)
        output = card.render_output()
        # All cards of a note of marks have one template.
        number = f" {card.ord + 1}" if card.note_type()["type"] == 1 else ""
        name = f"{card.note()['Key']}-{card.template()['name']}{number}".lower().replace(" ", "-").replace("#", "-")
        cards.append({"name": name, "noteType": card.note_type()["name"], "question": output.question_text, "answer": output.answer_text, "css": output.css})
    col.close()
with open(out, "w") as file:
    json.dump(cards, file)
