"""What the makers of cases share: the tables as they stand, a plain walk from day to day, and the writing of a file of cases. Independent of the C#."""
import csv, datetime as d, os

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
tables = os.path.join(root, "src/Thads.Law/Tables")
book = os.path.join(root, "tests/Thads.Law.Tests/cases")


def read(name):
    return list(csv.DictReader(open(os.path.join(tables, name + ".csv"), encoding="utf-8")))


kinds = {row["date"]: row["kind"] for row in read("holidays")}
lunar = {int(row["lunar_year"]): (d.date.fromisoformat(row["first_day"]), d.date.fromisoformat(row["gio_to"])) for row in read("lunar-years")}
one = d.timedelta(days=1)


def weekend(day):
    return day.weekday() >= 5


continued = {}
for year in range(2028, 2051):
    tet, gio = lunar[year]
    off = [d.date(year, 1, 1), *[tet + d.timedelta(days=i) for i in range(-2, 3)], gio, d.date(year, 4, 30), d.date(year, 5, 1), d.date(year, 9, 2), d.date(year, 9, 3), d.date(year, 11, 24)]
    days = set(off)
    owed = sorted([x for x in off if weekend(x)] + [x for x in days if not weekend(x) and off.count(x) > 1])
    for x in owed:
        y = x + one
        while weekend(y) or y in days:
            y += one
        days.add(y)
    continued[year] = days


def worked(day):
    kind = kinds.get(day.isoformat())
    if kind == "swap_work":
        return True
    if kind or weekend(day):
        return False
    return day not in continued.get(day.year, ())


def roll(day):
    while not worked(day):
        day += one
    return day


def months(day, count):
    index = day.year * 12 + day.month - 1 + count
    year, month = index // 12, index % 12 + 1
    last = (d.date(year + month // 12, month % 12 + 1, 1) - one).day
    return d.date(year, month, min(day.day, last))


def paused(day, pauses):
    return any(a <= day <= b for a, b in pauses)


def due(start, value, unit, before=False, pauses=()):
    if unit == "IMM":
        return start
    if before:
        day, left = start, value
        while left:
            day -= one
            left -= worked(day) and not paused(day, pauses)
        return day
    if unit == "WD" and value == 0:
        return roll(start)
    if unit in ("WD", "CD"):
        day, left = start, value
        while left:
            day += one
            left -= (unit == "CD" or worked(day)) and not paused(day, pauses)
        return roll(day)
    end = plain = months(start, value * (12 if unit == "Y" else 1))
    while True:
        count = sum(paused(start + d.timedelta(days=i), pauses) for i in range(1, (end - start).days + 1))
        if plain + d.timedelta(days=count) == end:
            return roll(end)
        end = plain + d.timedelta(days=count)


def case(name, basis, rule, given, expect):
    return f'- name: "{name}"\n  basis: {basis}\n  rule: {rule}\n  given: {{ {given} }}\n  expect: {{ {expect} }}\n'


def write(folder, name, cases):
    os.makedirs(os.path.join(book, folder), exist_ok=True)
    with open(os.path.join(book, folder, name + ".yaml"), "w", encoding="utf-8") as file:
        file.write("\n".join(cases))
    return len(cases)
