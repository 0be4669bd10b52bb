from figure import Figure

f = Figure(320, 108, "One definition of a feature, two stores: history for training, latest for serving")
f.box(4, 38, 56, 30, "events|tables")
f.arrow((60, 53), (78, 53))
with f.part("definition"):
    f.box(78, 34, 66, 38, "one|definition", "accent", 0.25, True)
f.arrow((144, 46), (156, 46), (156, 22), (172, 22))
f.arrow((144, 60), (156, 60), (156, 84), (172, 84))
with f.part("offline store"):
    f.box(172, 7, 66, 30, "offline:|history")
with f.part("online store"):
    f.box(172, 69, 66, 30, "online:|latest", "second", 0.2)
f.arrow((238, 22), (258, 22))
f.arrow((238, 84), (258, 84), role="second")
f.box(258, 7, 58, 30, "training")
f.box(258, 69, 58, 30, "serving", "second", 0.2)
with f.part("point-in-time join"):
    f.text(316, 50, "point-in-time join", "accent", "end", True)
with f.part("lookup"):
    f.text(316, 63, "lookup in ms", "second", "end", True)
f.show()
