from figure import Figure

f = Figure(320, 116, "Six stages in a loop, with the artifact on each arrow")
names = ("data", "tracking", "training", "registry", "serving", "monitoring")
places = ((4, 14), (126, 14), (248, 14), (248, 82), (126, 82), (4, 82))
for name, (x, y) in zip(names, places):
    with f.part(name):
        f.box(x, y, 68, 24, name, "accent", 0.2, True)
for (start, end), label, (x, y), anchor in (
    (((72, 26), (126, 26)), "dataset", (99, 20), "middle"),
    (((194, 26), (248, 26)), "run id", (221, 20), "middle"),
    (((282, 38), (282, 82)), "model version", (278, 63), "end"),
    (((248, 94), (194, 94)), "endpoint", (221, 88), "middle"),
    (((126, 94), (72, 94)), "logs", (99, 88), "middle"),
    (((38, 82), (38, 38)), "labels, drift", (44, 63), None),
):
    with f.part(f"artifact {label}"):
        f.arrow(start, end, role="second" if label.startswith("labels") else "ink", width=1.5)
        f.text(x, y, label, "second" if label.startswith("labels") else "ink", anchor)
f.show()
