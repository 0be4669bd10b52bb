from figure import Figure

f = Figure(158, 122, "Of 1,000 people, 10 are ill; a good test flags 9 of them and 50 of the others")
f.text(4, 11, "1,000 people, 1% ill")
f.rect(4, 18, 150, 40, "muted", 0.18)
f.rect(4, 18, 3, 40, "accent", 0.9)
f.text(12, 32, "ill 10", "accent", bold=True)
f.text(150, 32, "healthy 990", "muted", "end")
with f.part("flagged"):
    f.rect(4, 66, 22, 20, "accent", 0.85)
    f.rect(27, 66, 127, 20, "second", 0.4)
    f.text(15, 99, "9", "accent", "middle", True)
    f.text(90, 80, "50 false alarms", "ink", "middle")
f.text(154, 53, "test: 90%, 5%", "ink", "end")
with f.part("posterior"):
    f.text(4, 117, "P(ill | +) = 9 / 59 = 15%", bold=True)
f.text(28, 99, "flagged", "muted")
f.show()
