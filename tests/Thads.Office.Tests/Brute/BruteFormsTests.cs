using System.Globalization;

namespace Thads.Office.Tests.Brute;

/// <summary>
/// Small matters whose cells were worked out by hand from exchange-v1. In what is expected, a counted cell that is not named must be 0; a cell that
/// follows from others is looked at where it is named.
/// </summary>
public sealed class BruteFormsTests
{
    // The house: province P with districts D1 (officers a, b), D2 (c), and E1 (e), which ends with March 2020 and is succeeded by E2 (f), itself
    // succeeded by E3 (g) on 1 July 2021. D3 is under Q, and from 2021 under P.
    private static readonly ExchangeSet House = new()
    {
        Units =
        [
            new("C", "Cục", "central", ""), new("P", "Tỉnh P", "province", "C"), new("Q", "Tỉnh Q", "province", "C"),
            new("D1", "Huyện 1", "district", "P"), new("D2", "Huyện 2", "district", "P"),
            new("E1", "Huyện E1", "district", "P", null, new(2020, 3, 31)),
            new("E2", "Huyện E2", "district", "P", new(2020, 4, 1), new(2021, 6, 30)), new("E3", "Huyện E3", "district", "Q", new(2021, 7, 1)),
            new("D3", "Huyện 3", "district", "Q", null, new(2020, 12, 31)), new("D3", "Huyện 3", "district", "P", new(2021, 1, 1)),
        ],
        Succession = [new("E1", "E2", new(2020, 4, 1)), new("E2", "E3", new(2021, 7, 1))],
        Officers =
        [
            new("a", "A", "D1", "enforcer"), new("b", "B", "D1", "enforcer"), new("c", "C", "D2", "enforcer"), new("d", "D", "D3", "enforcer"),
            new("e", "E", "E1", "enforcer", null, new(2020, 3, 31)), new("f", "F", "E2", "enforcer", new(2020, 4, 1), new(2021, 6, 30)),
            new("g", "G", "E3", "enforcer", new(2021, 7, 1)),
        ],
    };

    // --- docketing, and what the period is -----------------------------------------------------------------------------------------------------

    [Theory]
    [InlineData(2020, 1, "")]                               // October 2019: not there yet
    [InlineData(2020, 2, "new=1 in_progress=1 total=1 due=1 enforceable=1 carried_over=1 carried_over_enforceable=1 rate=0")]
    [InlineData(2020, 12, "new=1 in_progress=1")]
    [InlineData(2021, 1, "carried=1 in_progress=1 total=1")]
    [InlineData(2019, 12, "settled=0 rate=null")]           // the year before
    public void A_matter_is_new_in_its_year_and_carried_afterwards(int year, int months, string expected) =>
        Expect(Matter("2019-11-05", [1000]), "01", "P", year, months, expected);

    [Theory]
    [InlineData("2019-09-30", 2019, "new=500 in_progress=500")]
    [InlineData("2019-09-30", 2020, "carried=500 in_progress=500")]
    [InlineData("2019-10-01", 2019, "")]
    [InlineData("2019-10-01", 2020, "new=500 in_progress=500")]
    public void The_year_turns_on_the_first_of_October(string decided, int year, string expected) =>
        Expect(Matter(decided, [200, 300]), "02", "P", year, 12, expected);

    [Fact]
    public void A_step_on_the_last_day_counts_and_one_on_the_day_after_does_not()
    {
        Expect(Matter("2019-11-05", [1000], "2020-02-29 terminated"), "01", "P", 2020, 5, "new=1 terminated=1");
        Expect(Matter("2019-11-05", [1000], "2020-03-01 terminated"), "01", "P", 2020, 5, "new=1 in_progress=1");
    }

    // --- one step at a time --------------------------------------------------------------------------------------------------------------------

    [Fact]
    public void A_part_collected_is_completed_money_and_the_matter_goes_on()
    {
        var set = Matter("2019-11-05", [1000], "2020-01-10 collected L1 300");
        Expect(set, "02", "P", 2020, 12, "new=1000 completed=300 in_progress=700 settled=300 enforceable=1000 carried_over=700 rate=30");
        Expect(set, "01", "P", 2020, 12, "new=1 in_progress=1 rate=0");
        Expect(set, "02", "P", 2021, 12, "carried=700 in_progress=700");
    }

    [Fact]
    public void The_last_dong_closes_the_line_and_the_last_line_the_matter()
    {
        var set = Matter("2019-11-05", [1000, 50], "2020-01-10 collected L1 300", "2020-01-10 collected L1 700", "2020-02-01 collected L2 50");
        Expect(set, "01", "P", 2020, 4, "new=1 in_progress=1");
        Expect(set, "02", "P", 2020, 4, "new=1050 completed=1000 in_progress=50");
        Expect(set, "01", "P", 2020, 5, "new=1 completed=1 carried_over=0 rate=100");
    }

    [Fact]
    public void Performed_takes_all_open_lines_or_one_and_a_line_without_money_counts_in_matters_only()
    {
        Expect(Matter("2019-11-05", [1000, 0], "2020-01-10 performed"), "01", "P", 2020, 12, "new=1 completed=1");
        Expect(Matter("2019-11-05", [1000, 0], "2020-01-10 performed"), "02", "P", 2020, 12, "new=1000 completed=1000");
        Expect(Matter("2019-11-05", [1000, 0], "2020-01-10 performed L1"), "01", "P", 2020, 12, "new=1 in_progress=1");
        Expect(Matter("2019-11-05", [0], "2020-01-10 performed"), "01", "P", 2020, 12, "new=1 completed=1");
        Expect(Matter("2019-11-05", [0], "2020-01-10 performed"), "02", "P", 2020, 12, "rate=null");
    }

    [Fact]
    public void Money_let_off_is_reduced_and_a_line_let_off_whole_is_completed()
    {
        Expect(Matter("2019-11-05", [1000], "2020-01-10 reduced L1 400"), "02", "P", 2020, 12, "new=1000 reduced=400 in_progress=600 settled=400 rate=40");
        var whole = Matter("2019-11-05", [1000], "2020-01-10 reduced L1 1000");
        Expect(whole, "02", "P", 2020, 12, "new=1000 reduced=1000 settled=1000");
        Expect(whole, "01", "P", 2020, 12, "new=1 completed=1");
    }

    [Fact]
    public void A_debt_that_grows_is_new_money_of_an_old_matter()
    {
        var set = Matter("2018-11-05", [1000], "2019-12-01 increased L1 500", "2020-01-10 collected L1 1200");
        Expect(set, "02", "P", 2020, 12, "carried=1000 new=500 completed=1200 in_progress=300 rate=80");
        Expect(set, "01", "P", 2020, 12, "carried=1 in_progress=1");
    }

    [Fact]
    public void A_debt_that_grows_while_suspended_is_suspended() =>
        Expect(Matter("2018-11-05", [1000], "2019-12-01 suspended", "2019-12-02 increased L1 5"), "02", "P", 2020, 12, "carried=1000 new=5 suspended=1005");

    [Theory]
    [InlineData("not_enforceable", 0, 0)]
    [InlineData("postponed_by_agreement", 1, 1)]
    [InlineData("paused", 1, 1)]
    [InlineData("postponed", 0, 1)]          // inside "có điều kiện" only under 08-2015
    [InlineData("suspended", 0, 1)]
    public void A_state_is_a_stock_and_the_regime_says_whether_it_is_enforceable(string state, int enforceable, int enforceableOf2015)
    {
        var set = Matter("2019-11-05", [1000], $"2020-01-10 {state}");
        Expect(set, "01", "P", 2020, 12, $"new=1 {state}=1 due=1 enforceable={enforceable} carried_over=1 carried_over_enforceable={enforceable}");
        Expect(
            set, "01", "P", 2020, 12, $"new=1 {state}=1 due=1 enforceable={enforceableOf2015} carried_over_enforceable={enforceableOf2015}", regime: "08-2015");
        Expect(set, "02", "P", 2020, 12, $"new=1000 {state}=1000");
        Expect(Matter("2019-11-05", [1000], $"2020-01-10 {state}", "2020-01-11 resumed"), "01", "P", 2020, 12, "new=1 in_progress=1");
    }

    [Fact]
    public void Under_08_2015_the_rate_is_of_postponed_and_suspended_too()
    {
        var set = Matter("2019-11-05", [1000, 600, 400], "2020-01-10 postponed L2", "2020-01-10 suspended L3", "2020-02-01 collected L1 500");
        Expect(set, "02", "P", 2020, 12, "new=2000 completed=500 in_progress=500 postponed=600 suspended=400 enforceable=1000 rate=50");
        Expect(set, "02", "P", 2020, 12,
            "new=2000 completed=500 in_progress=500 postponed=600 suspended=400 enforceable=2000 carried_over_enforceable=1500 rate=25", regime: "08-2015");
    }

    [Theory]
    [InlineData("delegated", 0)]
    [InlineData("withdrawn", 0)]
    [InlineData("pulled_up", 0)]
    [InlineData("terminated", 1)]
    public void Leaving_lowers_what_is_due_and_termination_settles_it(string step, int due)
    {
        var set = Matter("2019-11-05", [1000, 20], $"2020-01-10 {step}");
        Expect(set, "01", "P", 2020, 12, $"new=1 {step}=1 total=1 due={due} settled={due} carried_over=0");
        Expect(set, "02", "P", 2020, 12, $"new=1020 {step}=1020 total=1020 due={due * 1020}");
        Expect(set, "01", "P", 2021, 12, "");
    }

    [Fact]
    public void A_request_is_returned_under_the_law_of_2025_only()
    {
        Expect(Matter("2025-11-05", [1000], "2026-07-01 returned"), "01", "P", 2026, 12, "new=1 returned=1 total=1 due=0");
        Expect(Matter("2025-11-05", [1000], "2026-06-30 returned"), "01", "P", 2026, 12, "new=1 in_progress=1");
        Expect(Matter("2025-11-05 ex_officio", [1000], "2026-07-01 returned"), "01", "P", 2026, 12, "new=1 in_progress=1");
        Expect(Matter("2025-11-05", [9], "2026-01-01 not_enforceable", "2026-02-01 separated", "2026-07-01 returned"), "01", "P", 2026, 12, "carried=-1 new=1");
    }

    [Fact]
    public void From_July_2026_only_matters_ex_officio_go_to_the_separate_book()
    {
        string[] steps = ["2026-06-01 not_enforceable", "2026-07-01 separated"];
        Expect(Matter("2025-11-05", [1000], steps), "01", "P", 2026, 12, "new=1 not_enforceable=1");
        Expect(Matter("2025-11-05 ex_officio", [1000], steps), "01", "P", 2026, 12, "carried=-1 new=1 separate=1 total=0");
    }

    // --- the separate book ---------------------------------------------------------------------------------------------------------------------

    [Fact]
    public void What_goes_to_the_separate_book_leaves_carried_and_comes_back_to_it()
    {
        var old = Matter("2017-11-05", [1000], "2018-11-10 not_enforceable", "2019-01-10 separated", "2020-12-01 resumed");
        Expect(old, "01", "P", 2019, 3, "carried=1 not_enforceable=1");
        Expect(old, "01", "P", 2019, 12, "separate=1 total=0 due=0");
        Expect(old, "01", "P", 2020, 12, "separate=1");
        Expect(old, "02", "P", 2021, 12, "carried=1000 in_progress=1000 total=1000");
    }

    [Fact]
    public void What_goes_to_the_separate_book_in_its_first_year_makes_carried_negative() =>
        Expect(
            Matter("2019-11-05", [1000], "2019-12-10 not_enforceable", "2020-01-10 separated"), "02", "P", 2020, 12,
            "carried=-1000 new=1000 total=0 separate=1000");

    [Fact]
    public void Only_what_is_not_enforceable_is_separated_and_other_lines_are_passed_over()
    {
        var set = Matter("2019-11-05", [1000, 20], "2019-12-10 not_enforceable L1", "2020-01-10 separated");
        Expect(set, "02", "P", 2020, 12, "carried=-1000 new=1020 in_progress=20 separate=1000");
        Expect(set, "01", "P", 2020, 12, "new=1 in_progress=1");
    }

    [Theory]
    [InlineData("terminated")]
    [InlineData("withdrawn")]
    public void What_ends_in_the_separate_book_is_in_no_other_cell(string step) =>
        Expect(Matter("2018-11-05", [1000], "2018-11-10 not_enforceable", "2019-01-10 separated", $"2020-01-10 {step}"), "01", "P", 2020, 12, "");

    [Theory]
    [InlineData("2020-01-10 performed")]
    [InlineData("2020-01-10 delegated")]
    [InlineData("2020-01-10 pulled_up")]
    [InlineData("2020-01-10 collected L1 10")]
    [InlineData("2020-01-10 reduced L1 10")]
    [InlineData("2020-01-10 increased L1 10")]
    [InlineData("2020-01-10 suspended")]
    public void The_separate_book_does_not_let_go_by_any_other_step(string step) =>
        Expect(Matter("2018-11-05", [1000], "2018-11-10 not_enforceable", "2019-01-10 separated", step), "02", "P", 2020, 12, "separate=1000");

    // --- the state of the matter ---------------------------------------------------------------------------------------------------------------

    [Theory]
    [InlineData("not_enforceable", "paused", "paused")]
    [InlineData("not_enforceable", "postponed", "not_enforceable")]
    [InlineData("postponed_by_agreement", "paused", "postponed_by_agreement")]
    [InlineData("suspended", "postponed", "postponed")]
    public void An_open_matter_stands_as_its_first_line_in_the_order_of_states(string one, string two, string matter) =>
        Expect(Matter("2019-11-05", [10, 20], $"2020-01-10 {one} L1", $"2020-01-11 {two} L2"), "01", "P", 2020, 12, $"new=1 {matter}=1");

    [Fact]
    public void A_matter_is_separate_only_when_no_line_is_live()
    {
        string[] steps = ["2020-01-10 not_enforceable", "2020-01-11 separated L1", "2020-01-12 suspended L2", "2020-01-13 terminated L2"];
        Expect(Matter("2019-11-05", [10, 20], steps[..3]), "01", "P", 2020, 12, "new=1 suspended=1");
        Expect(Matter("2019-11-05", [10, 20], steps), "01", "P", 2020, 12, "carried=-1 new=1 separate=1");
    }

    [Theory]
    [InlineData("delegated", "terminated", "terminated")]
    [InlineData("withdrawn", "pulled_up", "pulled_up")]
    [InlineData("pulled_up", "delegated", "delegated")]
    [InlineData("performed", "withdrawn", "completed")]
    [InlineData("terminated", "performed", "completed")]
    public void A_closed_matter_is_completed_if_anything_was_performed_else_the_first_of_the_order(string one, string two, string matter) =>
        Expect(Matter("2019-11-05", [10, 20], $"2020-01-10 {one} L1", $"2020-01-11 {two} L2"), "01", "P", 2020, 12, $"new=1 {matter}=1");

    [Fact]
    public void Returned_goes_before_withdrawn() =>
        Expect(Matter("2025-11-05", [10, 20], "2026-08-01 withdrawn L1", "2026-08-02 returned L2"), "01", "P", 2026, 12, "new=1 returned=1");

    [Fact]
    public void A_matter_terminated_after_a_part_was_collected_is_completed()
    {
        var set = Matter("2019-11-05", [1000], "2020-01-10 collected L1 1", "2020-02-01 terminated");
        Expect(set, "01", "P", 2020, 12, "new=1 completed=1");
        Expect(set, "02", "P", 2020, 12, "new=1000 completed=1 terminated=999");
    }

    // --- opened again --------------------------------------------------------------------------------------------------------------------------

    [Theory]
    [InlineData("terminated")]
    [InlineData("delegated")]
    [InlineData("withdrawn")]
    [InlineData("pulled_up")]
    public void What_is_restored_in_the_same_year_was_never_gone(string step)
    {
        var set = Matter("2018-11-05", [1000], "2020-01-10 collected L1 100", $"2020-02-10 {step}", "2020-08-01 restored L1");
        Expect(set, "02", "P", 2020, 5, $"carried=1000 completed=100 {step}=900");
        Expect(set, "02", "P", 2020, 12, "carried=1000 completed=100 in_progress=900");
        Expect(set, "01", "P", 2020, 5, "carried=1 completed=1");
        Expect(set, "01", "P", 2020, 12, "carried=1 in_progress=1");
    }

    [Fact]
    public void What_is_restored_in_a_later_year_is_new()
    {
        var set = Matter("2018-11-05", [1000], "2020-09-30 terminated", "2020-10-01 restored L1");
        Expect(set, "01", "P", 2020, 12, "carried=1 terminated=1");
        Expect(set, "01", "P", 2021, 12, "new=1 in_progress=1");
        Expect(set, "02", "P", 2021, 12, "new=1000 in_progress=1000");
    }

    [Fact]
    public void A_completed_matter_is_opened_again_by_its_terminated_line()
    {
        var set = Matter("2019-11-05", [1000, 20], "2020-01-10 performed L1", "2020-02-10 terminated L2", "2020-08-01 restored L2");
        Expect(set, "01", "P", 2020, 5, "new=1 completed=1");
        Expect(set, "01", "P", 2020, 12, "new=1 in_progress=1");
        Expect(set, "02", "P", 2020, 12, "new=1020 completed=1000 in_progress=20");
    }

    [Fact]
    public void The_years_of_a_line_and_of_its_matter_are_compared_each_with_its_own_closing()
    {
        // the line was closed in 2019, the matter in 2020
        var set = Matter("2018-11-05", [1000, 20], "2019-01-10 delegated L2", "2020-02-10 performed L1", "2020-08-01 restored L2");
        Expect(set, "02", "P", 2020, 12, "carried=1000 new=20 completed=1000 in_progress=20");
        Expect(set, "01", "P", 2020, 12, "carried=1 in_progress=1");
    }

    [Fact]
    public void A_line_restored_in_an_open_matter_changes_the_matter_only_in_state()
    {
        var set = Matter("2019-11-05", [1000, 20], "2020-01-10 suspended", "2020-02-10 terminated L2", "2020-08-01 restored L2");
        Expect(set, "01", "P", 2020, 5, "new=1 suspended=1");
        Expect(set, "01", "P", 2020, 12, "new=1 in_progress=1");
        Expect(set, "02", "P", 2020, 12, "new=1020 suspended=1000 in_progress=20");
    }

    [Theory]
    [InlineData("2020-09-30", 2020)]
    [InlineData("2020-10-01", 2021)]
    public void What_was_closed_out_of_the_separate_book_opens_again_in_it(string restored, int year)
    {
        var set = Matter(
            "2018-11-05", [1000], "2018-11-10 not_enforceable", "2019-01-10 separated", "2020-01-10 withdrawn", $"{restored} restored L1");
        Expect(set, "01", "P", year, 12, "separate=1");
        Expect(set, "02", "P", year, 12, "separate=1000");
    }

    [Fact]
    public void A_line_closed_again_live_opens_live()
    {
        var set = Matter(
            "2018-11-05", [1000], "2018-11-10 not_enforceable", "2019-01-10 separated", "2020-01-10 withdrawn", "2020-01-11 restored L1",
            "2020-01-12 resumed", "2020-01-13 withdrawn", "2020-01-14 restored L1");
        Expect(set, "01", "P", 2020, 12, "carried=1 in_progress=1");
    }

    [Fact]
    public void A_matter_closed_out_of_the_separate_book_and_opened_by_a_line_closed_live_makes_a_cell_negative()
    {
        // Line 1 is terminated live, line 2 out of the separate book: so the matter goes Separate → Terminated, and by line 1 Terminated → InProgress.
        var set = Matter(
            "2018-11-05", [1000, 20], "2019-12-01 not_enforceable L2", "2019-12-02 separated L2", "2020-01-10 terminated L1", "2020-02-10 terminated L2",
            "2020-03-10 restored L1");
        Expect(set, "01", "P", 2020, 5, "separate=0");
        Expect(set, "01", "P", 2020, 12, "terminated=-1 in_progress=1 total=0 due=0 carried_over=1");
        Expect(set, "02", "P", 2020, 12, "carried=1000 in_progress=1000");
    }

    [Fact]
    public void A_matter_closed_live_and_opened_into_the_separate_book_stays_in_the_cell_it_closed_in()
    {
        var set = Matter(
            "2018-11-05", [1000, 20], "2019-12-01 not_enforceable L2", "2019-12-02 separated L2", "2020-01-10 terminated L2", "2020-02-10 terminated L1",
            "2020-03-10 restored L2");
        Expect(set, "01", "P", 2020, 12, "carried=1 terminated=1 separate=1");
        Expect(set, "02", "P", 2020, 12, "carried=1000 terminated=1000 separate=20");
    }

    // --- handed over ---------------------------------------------------------------------------------------------------------------------------

    [Fact]
    public void Handed_over_to_another_unit_a_new_matter_is_new_there_and_never_was_here()
    {
        var set = Matter("2019-11-05", [1000], "2020-01-10 collected L1 300", "2020-02-10 transferred to=D2/c", "2020-03-01 collected L1 200");
        Expect(set, "02", "D1", 2020, 12, "new=300 completed=300");
        Expect(set, "02", "D2", 2020, 12, "new=700 completed=200 in_progress=500");
        Expect(set, "02", "P", 2020, 12, "new=1000 completed=500 in_progress=500");
        Expect(set, "01", "D1", 2020, 12, "");
        Expect(set, "01", "D1", 2020, 4, "new=1 in_progress=1");
    }

    [Fact]
    public void Handed_over_an_old_matter_is_carried_there()
    {
        var set = Matter("2018-11-05", [1000], "2020-02-10 transferred to=D2/c");
        Expect(set, "01", "D1", 2020, 12, "");
        Expect(set, "01", "D2", 2020, 12, "carried=1 in_progress=1");
        Expect(set, "01", "D1", 2020, 4, "carried=1 in_progress=1");
    }

    [Fact]
    public void An_old_matter_restored_as_new_and_then_handed_over_is_carried_there_and_negative_here()
    {
        var set = Matter("2018-11-05", [1000], "2019-09-01 terminated", "2019-11-01 restored L1", "2020-02-10 transferred to=D2/c");
        Expect(set, "01", "D1", 2020, 12, "carried=-1 new=1 total=0");
        Expect(set, "01", "D2", 2020, 12, "carried=1 in_progress=1");
    }

    [Fact]
    public void Given_to_another_officer_nothing_changes_in_the_unit()
    {
        var set = Matter("2018-11-05", [1000], "2020-01-10 collected L1 300", "2020-02-10 reassigned to=/b", "2020-02-10 collected L1 100");
        Expect(set, "02", "D1", 2020, 12, "carried=1000 completed=400 in_progress=600");
        Expect(set, "02", "D1", 2020, 12, "carried=300 completed=300", officer: "a");
        Expect(set, "02", "D1", 2020, 12, "carried=700 completed=100 in_progress=600", officer: "b");
        Expect(set, "02", "D2", 2020, 12, "", officer: "b");
    }

    [Fact]
    public void A_handover_in_the_separate_book_moves_the_stock_only()
    {
        var set = Matter("2018-11-05", [1000], "2018-11-10 not_enforceable", "2019-01-10 separated", "2020-01-10 transferred to=D2/c");
        Expect(set, "01", "D1", 2020, 12, "");
        Expect(set, "01", "D2", 2020, 12, "separate=1");
    }

    [Fact]
    public void Restored_after_a_handover_it_comes_back_where_it_was_closed_and_is_handed_over()
    {
        var set = Matter("2018-11-05", [1000], "2020-01-10 terminated", "2020-02-10 transferred to=D2/c", "2020-03-10 restored L1");
        Expect(set, "01", "D1", 2020, 5, "carried=1 terminated=1");
        Expect(set, "01", "D2", 2020, 5, "");
        Expect(set, "01", "D1", 2020, 12, "");                              // carried 1, handed over −1; terminated 1 − 1
        Expect(set, "01", "D2", 2020, 12, "carried=1 in_progress=1");
        Expect(set, "02", "D2", 2020, 12, "carried=1000 in_progress=1000");
        Expect(set, "01", "P", 2020, 12, "carried=1 in_progress=1");
    }

    [Fact]
    public void Restored_in_a_later_year_it_is_new_where_it_is_now()
    {
        var set = Matter("2018-11-05", [1000], "2019-01-10 terminated", "2020-02-10 transferred to=D2/c", "2020-03-10 restored L1");
        Expect(set, "01", "D1", 2020, 12, "");
        Expect(set, "01", "D2", 2020, 12, "new=1 in_progress=1");
    }

    [Fact]
    public void Handed_over_and_back_it_is_restored_where_it_was_closed()
    {
        var set = Matter(
            "2018-11-05", [9], "2020-01-10 terminated", "2020-02-10 transferred to=D2/c", "2020-03-10 transferred to=D1/a", "2020-04-10 restored L1");
        Expect(set, "01", "D1", 2020, 12, "carried=1 in_progress=1");
        Expect(set, "01", "D2", 2020, 12, "");
    }

    [Theory]
    [InlineData("01", 1)]
    [InlineData("02", 9)]
    public void Closed_where_it_had_been_handed_to_it_comes_back_there_and_goes_home(string form, int all)
    {
        var set = Matter(
            "2018-11-05", [9], "2020-01-10 transferred to=D2/c", "2020-02-10 terminated", "2020-03-10 transferred to=D1/a", "2020-04-10 restored L1");
        Expect(set, form, "D2", 2020, 5, $"carried={all} terminated={all}");
        Expect(set, form, "D1", 2020, 5, "");
        Expect(set, form, "D2", 2020, 12, "");
        Expect(set, form, "D1", 2020, 12, $"carried={all} in_progress={all}");
    }

    [Fact]
    public void A_closed_line_stays_behind_when_its_open_matter_is_handed_over_and_follows_when_restored()
    {
        var set = Matter("2018-11-05", [1000, 20], "2020-01-10 terminated L2", "2020-02-10 transferred to=D2/c", "2020-03-10 restored L2");
        Expect(set, "02", "D1", 2020, 5, "carried=20 terminated=20");
        Expect(set, "02", "D1", 2020, 12, "");
        Expect(set, "02", "D2", 2020, 12, "carried=1020 in_progress=1020");
        Expect(set, "01", "D2", 2020, 12, "carried=1 in_progress=1");
    }

    [Fact]
    public void Restored_into_the_separate_book_after_a_handover_it_is_separate_where_it_is_now()
    {
        var set = Matter(
            "2018-11-05", [1000], "2018-11-10 not_enforceable", "2019-01-10 separated", "2020-01-10 withdrawn", "2020-02-10 transferred to=D2/c",
            "2020-03-10 restored L1");
        Expect(set, "01", "D1", 2020, 12, "");
        Expect(set, "01", "D2", 2020, 12, "separate=1");
    }

    // --- what is known -------------------------------------------------------------------------------------------------------------------------

    [Theory]
    [InlineData("2020-01-31", "new=1000 in_progress=1000")]      // not known yet
    [InlineData("2020-02-01", "new=1000 completed=300 in_progress=700")]
    [InlineData("2020-02-29", "new=1000 completed=300 in_progress=700")]
    [InlineData("2020-03-01", "new=1000 in_progress=1000")]      // voided that day
    [InlineData(null, "new=1000 in_progress=1000")]
    public void A_step_is_known_from_its_day_of_knowing_until_the_day_it_is_voided(string? known, string expected) =>
        Expect(Matter("2019-11-05", [1000], "2019-12-10 collected L1 300 known=2020-02-01 void=2020-03-01"), "02", "P", 2020, 12, expected, known: known);

    [Theory]
    [InlineData("2019-12-09", "")]
    [InlineData("2019-12-10", "new=1 in_progress=1")]
    public void A_matter_is_known_from_its_day_of_knowing_on_the_day_it_was_decided(string known, string expected) =>
        Expect(Matter("2019-11-05 known=2019-12-10", [1000]), "01", "P", 2020, 2, expected, known: known);

    [Fact]
    public void Without_a_day_of_knowing_a_step_is_known_on_its_own_day()
    {
        Expect(Matter("2019-11-05", [1000], "2019-12-10 terminated"), "01", "P", 2020, 12, "new=1 in_progress=1", known: "2019-12-09");
        Expect(Matter("2019-11-05", [1000], "2019-12-10 terminated"), "01", "P", 2020, 12, "new=1 terminated=1", known: "2019-12-10");
    }

    [Fact]
    public void An_amount_above_what_is_known_to_be_open_counts_up_to_it()
    {
        var set = Matter("2019-11-05", [1000], "2019-12-01 increased L1 500 known=2020-06-01", "2020-01-10 collected L1 1200", "2020-02-10 collected L1 100");
        Expect(set, "02", "P", 2020, 12, "new=1500 completed=1300 in_progress=200");
        Expect(set, "02", "P", 2020, 12, "new=1000 completed=1000", known: "2020-05-31");  // 1200 up to 1000; then nothing is open
        Expect(set, "01", "P", 2020, 12, "new=1 completed=1", known: "2020-05-31");
    }

    [Fact]
    public void A_collection_on_a_line_without_remainder_does_not_close_it()
    {
        var set = Matter("2019-11-05", [0], "2019-12-01 increased L1 500 known=2020-06-01", "2020-01-10 collected L1 500");
        Expect(set, "01", "P", 2020, 12, "new=1 in_progress=1", known: "2020-05-31");
        Expect(set, "01", "P", 2020, 12, "new=1 completed=1");
    }

    [Fact]
    public void A_step_has_no_effect_where_what_it_builds_on_is_not_known()
    {
        var separated = Matter("2018-11-05", [1000], "2019-12-01 not_enforceable known=2020-06-01", "2020-01-10 separated");
        Expect(separated, "01", "P", 2020, 12, "carried=1 in_progress=1", known: "2020-05-31");
        Expect(separated, "01", "P", 2020, 12, "separate=1");
        var restored = Matter("2018-11-05", [1000], "2019-12-01 terminated known=2020-06-01", "2020-01-10 restored L1", "2020-01-11 suspended");
        Expect(restored, "01", "P", 2020, 12, "carried=1 suspended=1", known: "2020-05-31");
    }

    [Fact]
    public void An_officer_of_another_unit_gets_the_matter_in_the_unit_that_is_known_to_hold_it()
    {
        var set = Matter("2018-11-05", [1000], "2019-12-01 transferred to=D2/a known=2020-06-01", "2020-01-10 reassigned to=/c");
        Expect(set, "01", "D1", 2020, 12, "carried=1 in_progress=1", known: "2020-05-31", officer: "c");
        Expect(set, "01", "D2", 2020, 12, "", known: "2020-05-31");
        Expect(set, "01", "D2", 2020, 12, "carried=1 in_progress=1", officer: "c");
    }

    [Fact]
    public void Steps_count_by_day_and_on_one_day_by_their_order_of_entry()
    {
        Expect(Matter("2019-11-05", [10], "2020-01-11 resumed", "2020-01-10 suspended"), "01", "P", 2020, 12, "new=1 in_progress=1");
        Expect(Matter("2019-11-05", [10], "2020-01-10 paused", "2020-01-10 suspended"), "01", "P", 2020, 12, "new=1 suspended=1");
        Expect(Matter("2019-11-05", [10], "2020-01-10 suspended", "2020-01-10 paused"), "01", "P", 2020, 12, "new=1 paused=1");
    }

    // --- scopes and rows -----------------------------------------------------------------------------------------------------------------------

    [Fact]
    public void From_its_day_the_successor_counts_the_accounts_of_its_predecessor()
    {
        var set = Matter("2019-11-05 E1/e", [1000], "2020-05-10 collected L1 300");
        Expect(set, "02", "E2", 2020, 6, "");                                           // end of March: not yet
        Expect(set, "02", "E1", 2020, 6, "new=1000 in_progress=1000");
        Expect(set, "02", "E2", 2020, 7, "new=1000 in_progress=1000");                  // end of April
        Expect(set, "02", "E2", 2020, 12, "new=1000 completed=300 in_progress=700");
        Expect(set, "02", "E2", 2020, 12, "new=1000 completed=300 in_progress=700", officer: "e");
        Expect(set, "02", "P", 2020, 12, "new=1000 completed=300 in_progress=700");
    }

    [Theory]
    [InlineData("2020-04-30", "new=1 in_progress=1")]
    [InlineData("2020-05-01", "")]
    public void A_succession_on_the_last_day_of_the_period_counts(string on, string expected) =>
        Expect(Matter("2019-11-05 E1/e", [1000]) with { Succession = [new("E1", "E2", Day(on))] }, "01", "E2", 2020, 7, expected);

    [Fact]
    public void A_chain_of_successions_carries_the_accounts_along_into_another_province()
    {
        var set = Matter("2019-11-05 E1/e", [1000]);
        Expect(set, "01", "P", 2021, 8, "carried=1 in_progress=1");
        Expect(set, "01", "E3", 2021, 10, "carried=1 in_progress=1");
        Expect(set, "01", "Q", 2021, 10, "carried=1 in_progress=1");
        Expect(set, "01", "P", 2021, 10, "");
    }

    [Fact]
    public void A_handover_from_predecessor_to_successor_is_none_in_the_scope_of_the_successor()
    {
        var set = Matter("2018-11-05 E1/e", [1000], "2020-04-01 transferred to=E2/f");
        Expect(set, "01", "E2", 2020, 12, "carried=1 in_progress=1");
        Expect(set, "01", "E1", 2020, 12, "");
        Expect(set, "01", "E2", 2020, 12, "carried=1 in_progress=1", officer: "f");
    }

    [Fact]
    public void The_tree_is_that_of_the_last_day_of_the_period()
    {
        var set = Matter("2019-11-05 D3/d", [1000]);
        Expect(set, "01", "Q", 2021, 2, "carried=1 in_progress=1");
        Expect(set, "01", "P", 2021, 2, "");
        Expect(set, "01", "P", 2021, 4, "carried=1 in_progress=1");
        Expect(set, "01", "Q", 2021, 4, "");
    }

    [Fact]
    public void Received_by_delegation_is_the_part_of_new_that_came_from_outside()
    {
        var set = Matter("2019-11-05 by_delegation", [1000], "2020-01-10 increased L1 50", "2020-02-01 transferred to=D2/c");
        Expect(set, "02", "P", 2020, 12, "new=1050 delegated_in=1050 in_progress=1050");
        Expect(set, "02", "D2", 2020, 12, "new=1050 in_progress=1050");
        Expect(set, "02", "D1", 2020, 12, "delegated_in=1050");
        Expect(set, "01", "D1", 2020, 12, "delegated_in=1");
    }

    [Fact]
    public void A_matter_is_in_the_row_of_its_basis_type_and_flags()
    {
        var set = Matter("2019-11-05 ex_officio labour credit_institution", [1000]);
        string[] rows = ["I", "II.1", "III.4", "III.4.1", "IV.1"];
        var form = BruteForms.Form(set, "01", "P", 2020, 12, null, null, "06-2019");
        Assert.Equal(rows, form.Where(cell => cell.Key.Cell == "new" && cell.Value == 1).Select(cell => cell.Key.Row));
        Assert.Equal(1 + 2 + (10 * 3) + 3, form.Keys.Select(key => key.Row).Distinct().Count());
        Assert.Equal(24, form.Keys.Select(key => key.Cell).Distinct().Count());
    }

    [Fact]
    public void State_revenue_counts_the_matter_whole_and_the_money_by_line()
    {
        var set = Matter("2019-11-05 corruption state_revenue=2", [1000, 20]);
        Expect(set, "01", "P", 2020, 12, "new=1 in_progress=1", row: "IV.3");
        Expect(set, "02", "P", 2020, 12, "new=20 in_progress=20", row: "IV.3");
        Expect(set, "02", "P", 2020, 12, "new=1020 in_progress=1020", row: "IV.2");
        Expect(set, "02", "P", 2020, 12, "", row: "IV.1");
    }

    [Theory]
    [InlineData(800, 1, "0.13")]    // 0,125
    [InlineData(800, 3, "0.38")]    // 0,375
    [InlineData(3, 2, "66.67")]
    public void A_rate_is_rounded_half_away_from_zero(int amount, int collected, string rate) =>
        Expect(
            Matter("2019-11-05", [amount], $"2020-01-10 collected L1 {collected}"), "02", "P", 2020, 12,
            $"new={amount} completed={collected} in_progress={amount - collected} rate={rate}");

    [Fact]
    public void Form_04_has_a_row_for_each_unit_of_the_tree_and_each_officer_with_a_figure()
    {
        var set = Matter("2018-11-05", [1000], "2020-01-10 transferred to=D2/c");
        var form = BruteForms.Form(set, "04", "P", 2020, 12, null, null, "06-2019");
        Assert.Equal(["officer:c", "unit:D1", "unit:D2", "unit:E2", "unit:P"], form.Keys.Select(key => key.Row).Distinct().Order(StringComparer.Ordinal));
        Expect(set, "04", "P", 2020, 12, "carried=1 in_progress=1", row: "unit:P");
        Expect(set, "04", "P", 2020, 12, "", row: "unit:D1");
        Expect(set, "05", "P", 2020, 12, "carried=1000 in_progress=1000", row: "unit:D2");
        Expect(set, "05", "P", 2020, 12, "carried=1000 in_progress=1000", row: "officer:c");
        Expect(set, "04", "P", 2020, 4, "carried=1 in_progress=1", row: "officer:a", known: "2020-01-09");
    }

    [Fact]
    public void Form_04_of_one_officer_counts_that_officer_only()
    {
        var set = Matter("2018-11-05", [1000], "2020-01-10 reassigned to=/b");
        Expect(set, "04", "P", 2020, 12, "", row: "unit:D1", officer: "a");
        Expect(set, "04", "P", 2020, 12, "carried=1 in_progress=1", row: "unit:P", officer: "b");
        Assert.Equal(["officer:b"], BruteForms.Form(set, "04", "P", 2020, 12, "b", null, "06-2019").Keys.Select(k => k.Row).Where(r => r[0] == 'o').Distinct());
    }

    [Fact]
    public void A_matter_of_no_officer_is_in_the_unit_and_in_no_officer_row() =>
        Assert.DoesNotContain(
            BruteForms.Form(Matter("2018-11-05 D1/", [1000]), "04", "D1", 2020, 12, null, null, "06-2019").Keys, key => key.Row != "unit:D1");

    [Theory]
    [InlineData(2019, 12, "08-2015")]
    [InlineData(2020, 1, "06-2019")]
    [InlineData(2024, 9, "06-2019")]
    [InlineData(2024, 10, "05-2024")]
    [InlineData(2025, 1, "05-2024")]
    public void A_period_has_its_regime(int year, int months, string regime) => Assert.Equal(regime, BruteForms.RegimeOf(year, months));

    // --- what is refused, so that random sets are sound --------------------------------------------------------------------------------------------

    [Theory]
    [InlineData("more than is open", "2020-01-10 collected L1 1001")]
    [InlineData("more than is open", "2020-01-10 collected L1 600", "2020-01-10 reduced L1 401")]
    [InlineData("applies to no line", "2020-01-10 performed L1", "2020-01-11 collected L1 1")]
    [InlineData("applies to no line", "2020-01-10 performed L1", "2020-01-11 restored L1")]
    [InlineData("applies to no line", "2020-01-10 resumed L1")]
    [InlineData("applies to no line", "2020-01-10 suspended", "2020-01-11 suspended")]
    [InlineData("applies to no line", "2020-01-10 separated")]
    [InlineData("applies to no line", "2020-01-10 not_enforceable", "2020-01-11 separated", "2020-01-12 delegated")]
    [InlineData("applies to no line", "2020-01-10 not_enforceable", "2020-01-11 separated", "2020-01-12 suspended")]
    [InlineData("applies to no line", "2020-01-10 returned")]
    [InlineData("applies to no line", "2020-01-10 suspended L7")]
    [InlineData("amount", "2020-01-10 collected L1")]
    [InlineData("amount", "2020-01-10 performed L1 5")]
    [InlineData("already there", "2020-01-10 reassigned to=/a")]
    [InlineData("already there", "2020-01-10 transferred to=D1/a")]
    [InlineData("no such officer that day", "2020-01-10 reassigned to=/c")]
    [InlineData("no such officer that day", "2020-01-10 transferred to=E2/f")]
    [InlineData("before the matter", "2019-11-04 suspended")]
    [InlineData("dates", "2020-01-10 suspended known=2020-01-09")]
    [InlineData("dates", "2020-01-10 suspended known=2020-01-12 void=2020-01-12")]
    [InlineData("dates", "2020-01-10 suspended known=2021-01-01")]
    public void A_step_that_cannot_be_is_refused(string reason, params string[] steps)
    {
        var matter = Matter("2019-11-05", [1000], steps);
        Assert.Contains(RandomSets.Refusals(matter, new(2020, 12, 31)), refusal => refusal.StartsWith(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_voided_step_is_refused_for_its_dates_only() =>
        Assert.Empty(RandomSets.Refusals(Matter("2019-11-05", [1000], "2020-01-10 collected L1 5000 void=2020-02-01"), new(2020, 12, 31)));

    // --- notation --------------------------------------------------------------------------------------------------------------------------------

    /// <param name="about">The day of decision, then in any order unit/officer, basis, type, flags, known=day, state_revenue=line.</param>
    /// <param name="steps">day, step, then in any order L(ine), amount, to=unit/officer, known=day, void=day.</param>
    private static ExchangeSet Matter(string about, long[] amounts, params string[] steps)
    {
        var words = about.Split(' ');
        var place = words.FirstOrDefault(w => w.Contains('/'), "D1/a").Split('/');
        return House with
        {
            Matters =
            [
                new("M", place[0], place[1], Day(words[0]))
                {
                    Basis = words.Contains("ex_officio") ? "ex_officio" : "on_request",
                    Type = words.Contains("labour") ? "labour" : "civil",
                    KnownOn = Value(words, "known") is { } known ? Day(known) : null,
                    CreditInstitution = words.Contains("credit_institution"),
                    Corruption = words.Contains("corruption"),
                    ByDelegation = words.Contains("by_delegation"),
                },
            ],
            Obligations =
            [
                .. amounts.Select((amount, at) => (Line: Number(at + 1), Amount: amount))
                    .Select(o => new ObligationRow("M", o.Line, o.Amount, StateRevenue: Value(words, "state_revenue") == o.Line)),
            ],
            Steps = [.. steps.Select(Step)],
        };
    }

    private static StepRow Step(string text)
    {
        var words = text.Split(' ');
        var to = Value(words, "to")?.Split('/');
        return new("M", words.Skip(2).FirstOrDefault(w => w[0] == 'L', "L")[1..], words[1], Day(words[0]))
        {
            Amount = words.Skip(2).FirstOrDefault(w => char.IsDigit(w[0])) is { } amount ? long.Parse(amount, CultureInfo.InvariantCulture) : null,
            ToUnit = to?[0] ?? "",
            ToOfficer = to?[1] ?? "",
            KnownOn = Value(words, "known") is { } known ? Day(known) : null,
            VoidedOn = Value(words, "void") is { } voided ? Day(voided) : null,
        };
    }

    private static void Expect(
        ExchangeSet set, string form, string unit, int year, int months, string expected,
        string? officer = null, string? known = null, string regime = "06-2019", string row = "I")
    {
        var cells = BruteForms.Form(set, form, unit, year, months, officer, known is null ? null : Day(known), regime);
        var named = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=')).ToDictionary(word => word[0], word => word[1]);
        var found = BruteForms.LeafCells.Union(named.Keys).Select(cell => $"{cell}={Number(cells[(row, cell)])}");
        Assert.Equal(BruteForms.LeafCells.Union(named.Keys).Select(cell => $"{cell}={named.GetValueOrDefault(cell, "0")}"), found);
    }

    private static string? Value(string[] words, string name) =>
        words.FirstOrDefault(w => w.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "null";
}
