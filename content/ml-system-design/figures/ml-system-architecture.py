from figure import Figure

f = Figure(320, 122, "Seven parts of an ML system, and the loop that brings labels back")


def part(x, y, w, name, role="ink", tint=0.0):
    with f.part(name.replace("|", " ")):
        f.box(x, y, w, 28, name, role, tint)


part(4, 4, 56, "data|pipelines")
f.arrow((60, 18), (78, 18))
part(78, 4, 56, "features")
f.arrow((134, 18), (152, 18))
part(152, 4, 56, "training")
f.arrow((208, 18), (226, 18))
part(226, 4, 56, "registry")
f.arrow((254, 32), (254, 52))
part(226, 52, 56, "serving", "accent", 0.25)
f.arrow((106, 32), (106, 66), (225, 66), role="accent", width=1.5)
f.text(164, 61, "same code", "accent", "middle")
f.arrow((320, 66), (283, 66), role="accent", width=1.5)
f.text(318, 60, "app", "accent", "end")
f.arrow((254, 80), (254, 92))
part(196, 92, 86, "monitoring")
f.arrow((196, 106), (148, 106), role="second", width=1.5)
with f.part("feedback loop"):
    f.box(62, 92, 86, 28, "feedback:|labels", "second", 0.2)
    f.arrow((62, 106), (32, 106), (32, 33), role="second", width=1.5)
f.show()
