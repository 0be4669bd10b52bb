from figure import Figure

f = Figure(320, 100, "Two towers: items are embedded offline, a user online; a dot product scores")
with f.part("user tower"):
    f.area([(30, 62), (102, 62), (88, 36), (44, 36)], "accent", 0.25)
    f.path([(30, 62), (102, 62), (88, 36), (44, 36)], "accent", 1.25, closed=True)
    f.text(66, 53, "user tower", "ink", "middle", True)
with f.part("item tower"):
    f.area([(218, 62), (290, 62), (276, 36), (232, 36)], "second", 0.22)
    f.path([(218, 62), (290, 62), (276, 36), (232, 36)], "second", 1.25, closed=True)
    f.text(254, 53, "item tower", "ink", "middle", True)
f.arrow((66, 80), (66, 63))
f.arrow((254, 80), (254, 63))
f.text(66, 95, "user, context: per request", "muted", "middle")
f.text(254, 95, "all items: offline", "muted", "middle")
with f.part("dot product"):
    f.arrow((66, 36), (66, 18), (148, 18), role="accent", width=1.5)
    f.arrow((254, 36), (254, 18), (172, 18), role="second", width=1.5)
    f.ring(160, 18, 11, "ink", 1.5)
    f.circle(160, 18, 2.5)
    f.text(160, 46, "score u · v", "ink", "middle", True)
f.text(80, 13, "128 numbers", "accent")
f.text(238, 13, "ANN index", "second", "end")
f.show()
