#!/usr/bin/env python3
"""Tests the promises to learners in the real Anki: python upgrade.py [chains]

Makes releases with this package (Node 24 as `node`, or $NODE), imports them as Anki's dialog does by default, and acts as a learner in
between: answers, edits, tags, moves and suspends cards. Prints each promise and exits with 1 when one is broken. Needs
`pip install anki`.
"""

import html
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from anki.buildinfo import version
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

HERE = Path(__file__).resolve().parent
DAY = 86_400
# Of the chains of random edits: from here on three in a row have many edits and retire something.
FIRST_SEED = 24
COLUMNS = "did ord type queue due ivl factor reps lapses left odue odid flags data"
CARD = ", ".join(f"c.{column}" for column in COLUMNS.split())
broken = []


def hold(promise, is_kept, detail=""):
    """Prints a promise and whether it is kept."""
    print(f"{'ok     ' if is_kept else 'not ok '} {promise}{f' ({detail})' if detail != '' else ''}")
    if not is_kept:
        broken.append(promise)


def make(what, folder, *rest, flags=()):
    """Lets Node make releases; gives what is expected of them."""
    command = [os.environ.get("NODE", "node"), *flags, str(HERE / "make.ts"), what, str(folder), *rest]
    subprocess.run(command, check=True, cwd=HERE)
    return json.loads((Path(folder) / f"{what}.json").read_text())


class Learner:
    """A collection of the real Anki."""

    def __init__(self, folder, name):
        self.path = os.path.join(folder, f"{name}.anki2")
        self.col = Collection(self.path)

    def take(self, package):
        """Imports a package with the choices of Anki's dialog; gives guids by what became of them."""
        options = ImportAnkiPackageOptions()  # if newer, no merging, no scheduling: the defaults
        log = self.col.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=options)).log
        guid = lambda note: self.col.db.scalar("select guid from notes where id = ?", note.id.nid)
        logs = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype", "missing_deck")
        found = {name: sorted(str(guid(note)) for note in getattr(log, name)) for name in logs}
        # What was held in memory goes: what is held against the promises is what is on disk.
        self.col.close()
        self.col = Collection(self.path)
        return found

    def notes(self):
        rows = self.col.db.all("select guid, mid, mod, tags, flds from notes")
        return {guid: (mid, mod, sorted(tags.split()), flds.split("\x1f")) for guid, mid, mod, tags, flds in rows}

    def cards(self):
        """Everything about each card that a review, a move or a suspension changes."""
        rows = self.col.db.all(f"select n.guid, c.id, {CARD} from cards c join notes n on n.id = c.nid")
        reviews = dict(self.col.db.all("select cid, count(*) from revlog group by cid"))
        decks = {deck.id: deck.name for deck in self.col.decks.all_names_and_ids()}
        return {(guid, row[1]): (id, decks[row[0]], *row[1:], reviews.get(id, 0)) for guid, id, *row in rows}

    def note(self, guid):
        return self.col.get_note(self.col.db.scalar("select id from notes where guid = ?", guid))

    def live(self, guids, at):
        """Answers, edits, tags, moves and suspends: one note each in turn. Edits happen at the time `at`."""
        mine = self.col.decks.add_normal_deck_with_name("My own::deck").id
        for number, guid in enumerate(guids):
            note = self.note(guid)
            cards = note.cards()
            deed = number % 5
            if deed == 0:
                self.answer(cards[0], 1 + number % 4)
            elif deed == 1:
                note.fields[1] += f"<p>My own words {number}</p>"
                self.col.update_note(note)
            elif deed == 2:
                self.col.tags.bulk_add([note.id], "my::own")
            elif deed == 3:
                self.col.set_deck([card.id for card in cards], mine)
            else:
                self.col.sched.suspend_cards([cards[-1].id])
            if deed in (1, 2):
                self.col.db.execute("update notes set mod = ? where id = ?", at, note.id)

    def answer(self, card, ease):
        """Ease: 1 for again to 4 for easy."""
        card.start_timer()
        states = self.col._backend.get_scheduling_states(card.id)
        self.col.sched.answer_card(self.col.sched.build_answer(card=card, states=states, rating=ease - 1))

    def render(self):
        """Question, answer and sounds of every card, as Anki shows them."""
        for id, in self.col.db.all("select id from cards order by due, id"):
            output = self.col.get_card(id).render_output()
            yield id, output.question_text, output.answer_text, [*output.question_av_tags, *output.answer_av_tags]

    def is_sound(self):
        """Whether Anki finds nothing to mend, no card without a front and no card twice."""
        empty = self.col.get_empty_cards().notes
        _, is_whole = self.col.fix_integrity()
        return is_whole and not empty

    def close(self):
        self.col.close()


def content(release, guid):
    """Fields and tags of a note; its date tells nothing of them."""
    note = release["notes"].get(guid)
    return note and (note["fields"], sorted(note["tags"]))


def hold_update(name, learner, release, last):
    """Imports a release and holds what there is then against what there was before."""
    notes, cards = learner.notes(), learner.cards()
    log = learner.take(release["update"])
    after, now = learner.notes(), learner.cards()
    unchanged = [guid for guid in notes if content(release, guid) == content(last, guid)]
    behind = [guid for guid in release["changed"] if guid in notes and notes[guid][1] <= release["date"]]
    hold(f"{name}: no duplicate", learner.col.note_count() == len({*notes, *release["notes"]}), f"{len(after)} notes")
    hold(f"{name}: no conflict, nothing missing", not any(log[key] for key in list(log)[3:]))
    hold(f"{name}: what is new is new", log["new"] == sorted(set(release["notes"]) - set(notes)), len(log["new"]))
    kept = [key for key in cards if now.get(key) == cards[key]]
    hold(f"{name}: every schedule, deck and suspension is kept", len(kept) == len(cards), f"{len(kept)} of {len(cards)} cards")
    same = [guid for guid in unchanged if after[guid] == notes[guid]]
    hold(f"{name}: unchanged notes are untouched", len(same) == len(unchanged), f"{len(same)} of {len(unchanged)}")
    mine = [guid for guid in same if "my::own" in after[guid][2] or "My own words" in after[guid][3][1]]
    updated = [guid for guid in behind if (after[guid][3], after[guid][2]) == content(release, guid)]
    hold(f"{name}: changed notes are updated", len(updated) == len(behind), f"{len(updated)} of {len(behind)}")
    # Only a note that the learner changed after the release keeps what it says.
    told = [guid for guid in release["retired"] if "test-edition::retired" in after[guid][2] or after[guid][1] > release["notes"][guid]["modified"]]
    hold(f"{name}: what is retired says so", len(told) == len(release["retired"]), len(told))
    again = learner.take(release["update"])
    hold(f"{name}: importing it once more changes nothing", not again["new"] and not again["updated"])
    return mine


def hold_rendering(name, learner):
    wrong = [id for id, question, answer, _ in learner.render() if "template has a problem" in question + answer or "blank" in question]
    hold(f"{name}: every card renders", not wrong, f"{learner.col.card_count()} cards")
    hold(f"{name}: Anki finds nothing to mend", learner.is_sound())


def upgrade(folder):
    """Release 2 fixes typos, renames an item, retires one, adds ten, adds and takes marks, adds a field to a note type, changes the CSS."""
    [first] = make("first", folder)
    [second] = make("second", folder, flags=("--import", str(HERE / "next-version.ts")))
    learner = Learner(folder, "learner")
    log = learner.take(first["update"])
    hold("release 1: all is new", log["new"] == sorted(first["notes"]), len(log["new"]))
    hold_rendering("release 1", learner)
    unchanged = [guid for guid in first["notes"] if content(second, guid) == content(first, guid)]
    learner.live([*unchanged, *second["changed"]], first["date"] + DAY // 2)
    mine = hold_update("release 2", learner, second, first)
    hold("release 2: the learner's own words and tags on unchanged notes stay", len(mine) > 5, f"{len(mine)} notes")
    # Of the ten items two have three follow-ups and two have two sentences with marks; two old ones gained two such sentences each.
    # A changed question changes its three follow-ups, which show its title; five sentences lost their marks.
    hold("release 2: ten items, six follow-ups and eight sentences with marks are new, fifteen notes changed", (len(second["added"]), len(second["changed"])) == (24, 15), (len(second["added"]), len(second["changed"])))
    models = [model for model in learner.col.models.all() if model["name"].startswith("Test Edition")]
    fields = {field["name"] for model in models for field in model["flds"]}
    hold("release 2: the note type has its new field", "Diagram" in fields)
    hold("release 2: the note types have their new CSS", all("max-width: 38rem" in model["css"] for model in models))
    hold_rendering("release 2", learner)
    learner.close()
    newcomer = Learner(folder, "newcomer")
    newcomer.take(second["main"])
    hold("release 2: a new learner gets nothing retired", not set(second["retired"]) & set(newcomer.notes()), len(newcomer.notes()))
    hold_rendering("release 2, new learner", newcomer)
    newcomer.close()


def chain(folder, seed):
    """Five releases made by random edits."""
    releases = make("chain", folder, str(seed))
    learner = Learner(folder, f"chain-{seed}")
    learner.take(releases[0]["update"])
    for number, (last, release) in enumerate(zip(releases, releases[1:]), 2):
        learner.live(sorted(learner.notes())[number % 2 :: 2], last["date"] + DAY // 2)
        hold_update(f"chain {seed}, release {number}", learner, release, last)
    hold_rendering(f"chain {seed}", learner)
    learner.close()


def parts(folder):
    """Five releases: follow-ups are mended, turned round, removed, brought back and added, key lines move. A learner answers every card."""
    releases = make("parts", folder)
    learner = Learner(folder, "parts")
    learner.take(releases[0]["update"])
    for card in [learner.col.get_card(id) for id in learner.col.find_cards("")]:
        learner.answer(card, 3)
    answered = {key: values for key, values in learner.cards().items()}
    questions = lambda: sum("Follow-up" in learner.col.models.get(mid)["name"] for mid, *_ in learner.notes().values())
    count = questions()
    for number, (last, release) in enumerate(zip(releases, releases[1:]), 2):
        hold_update(f"parts, release {number}", learner, release, last)
        kept = [key for key, values in answered.items() if learner.cards().get(key) == values]
        hold(f"parts, release {number}: every answer since release 1 is kept", len(kept) == len(answered), f"{len(kept)} of {len(answered)} cards")
        grown = len([guid for guid in release["added"]])
        count += grown
        hold(f"parts, release {number}: no follow-up is there twice", questions() == count, f"{count} follow-ups")
    hold("parts: what was removed in release 4 and came back in release 5 is not new", len(releases[4]["added"]) < len(releases[4]["changed"]))
    hold_rendering("parts", learner)
    learner.close()


def hostile(folder):
    """What Anki, MathJax or a browser would obey, as the text of every field."""
    [release] = make("hostile", folder)
    texts = json.loads((Path(folder) / "texts.json").read_text())
    learner = Learner(folder, "hostile")
    log = learner.take(release["main"])
    hold("hostile text: all is imported", log["new"] == sorted(release["notes"]), len(log["new"]))
    stored = learner.notes()
    hold("hostile text: fields arrive as they were", all(stored[guid][3] == note["fields"] for guid, note in release["notes"].items()))
    shown, obeyed, cards = 0, [], 0
    for id, _, answer, sounds in learner.render():
        cards += 1
        plain = html.unescape(re.sub(r"<[^>]*>", "", answer))
        shown += all(text in plain for text in texts)
        gaps = 1 if "Fill the gap" in answer else 0
        if sounds or re.search(r"<script|<img[^>]*onerror|class=\"?latex", answer) or len(re.findall(r"class=\"?cloze", answer)) != gaps:
            obeyed.append(id)
    hold("hostile text: every card shows all of it as it was written", shown == cards, f"{shown} of {cards} cards")
    hold("hostile text: none of it is obeyed", not obeyed, obeyed or "")
    hold_rendering("hostile text", learner)
    learner.close()


def main():
    print(f"Anki {version}")
    chains = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as folder:
        upgrade(folder)
        parts(folder)
        hostile(folder)
        for seed in range(FIRST_SEED, FIRST_SEED + chains):
            chain(folder, seed)
    print(f"{len(broken)} promises broken" if broken else "Every promise is kept")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
