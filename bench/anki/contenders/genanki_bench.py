import json
import os
import resource
import sys
import tempfile
import time

import genanki

with open(sys.argv[1]) as file:
    notes = json.load(file)
model = genanki.Model(
    1607392319,
    "Bench",
    fields=[{"name": "Front"}, {"name": "Back"}],
    templates=[{"name": "Card", "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr>{{Back}}"}],
)
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "bench.apkg")
    start, before = time.perf_counter(), time.process_time()
    deck = genanki.Deck(2059400110, "Bench")
    for note in notes:
        deck.add_note(genanki.Note(model, [note["front"], note["back"]], tags=note["tags"], guid=note["id"]))
    genanki.Package(deck).write_to_file(path)
    seconds, cpu = time.perf_counter() - start, time.process_time() - before
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "cpu": cpu, "bytes": os.path.getsize(path), "megabytes": megabytes}))
