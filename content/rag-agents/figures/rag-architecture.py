from figure import Figure

f = Figure(320, 116, "RAG: an offline lane fills the index, an online lane reads it")
f.text(4, 11, "offline: once per document", "muted")
for k, name in enumerate(("documents", "chunk", "embed")):
    with f.part(f"{name} (offline)"):
        f.box(4 + 82 * k, 18, 62, 24, name)
    f.arrow((66 + 82 * k, 30), (86 + 82 * k if k < 2 else 256, 30))
with f.part("index"):
    f.box(256, 18, 60, 46, "index", "accent", 0.25, True)
f.text(4, 76, "online: once per question", "muted")
for k, name in enumerate(("question", "embed", "retrieve", "generate")):
    with f.part(f"{name} (online)"):
        f.box(4 + 84 * k, 84, 60, 24, name, "second" if k == 3 else "ink", 0.2 if k == 3 else 0)
    if k < 3:
        f.arrow((64 + 84 * k, 96), (88 + 84 * k, 96))
with f.part("passages"):
    f.arrow((264, 64), (222, 83), role="accent", width=1.75)
    f.text(238, 68, "top k", "accent", "end", True)
f.show()
