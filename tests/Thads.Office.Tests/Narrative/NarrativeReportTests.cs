using Thads.Office.Docket;
using Thads.Office.Documents;
using Thads.Office.Exchange.Samples;
using Thads.Office.Figures;
using Thads.Office.Narrative;

namespace Thads.Office.Tests.Narrative;

public sealed class NarrativeReportTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_report_of_2020_says_what_the_founding_story_says(string kind)
    {
        await using var office = await NarrativeOffice.NewAsync(kind);

        var report = await office.DrawAsync();

        string Text(string key) => report.Book[key]!.Text.Replace('\u00a0', ' ');
        Assert.Equal(
            ["5.211 việc", "999 việc", "4.029 việc", "3.420 việc", "84,88 %", "4,88 điểm %", "8,04 điểm %", "6,53 điểm %", "7", "744 việc"],
            new[] { "matters.total", "matters.separate", "matters.enforceable", "matters.settled", "matters.rate", "matters.margin", "matters.change.rate", "matters.now.change.rate", "enforcers", "load.total" }.Select(Text));
        Assert.Equal(
            ["604,7 tỷ đồng", "330,1 tỷ đồng", "180,7 tỷ đồng", "54,75 %", "16,75 điểm %", "7,99 điểm %", "11,7 tỷ đồng", "80,00 %", "38,00 %"],
            new[] { "money.total", "money.enforceable", "money.settled", "money.rate", "money.margin", "money.change.rate", "money.change.settled", "matters.next.target", "money.next.target" }.Select(Text));
        Assert.Empty(report.Clashes);
        var said = string.Join('\n', WordText.Of(await office.DocumentAsync())).Replace('\u00a0', ' ');
        Assert.Contains("tỷ lệ tăng 8,04 điểm %", said, StringComparison.Ordinal);
        Assert.Contains("năm 2019 được thống kê theo Thông tư 08/2015/TT-BTP, năm nay theo Thông tư 06/2019/TT-BTP", said, StringComparison.Ordinal);
        Assert.Contains("mọi tên và số trong báo cáo này đều bịa", said, StringComparison.Ordinal);
        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", said, StringComparison.Ordinal);
        Assert.Contains("CHI CỤC TRƯỞNG", said, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_was_settled_by_manner_and_by_commune_and_bank_adds_up_to_the_forms(string kind)
    {
        await using var office = await NarrativeOffice.NewAsync(kind);
        var report = await office.DrawAsync();
        await using var work = office.Work();
        var form = await ReadForm.RunAsync(new FormQuery("01", FoundingDistrict.Unit, FoundingDistrict.Year), work, TestContext.Current.CancellationToken);
        decimal Cell(string row, string cell) => form.Rows.First(r => r.Row == row).Cells[FormSet.Named(form.Regime).ColumnOf(cell)]!.Value;

        var manners = new[] { "free_will", "persuasion", "coercion_ordered", "coercion", "unsaid" };
        Assert.Equal(Cell("I", "completed"), manners.Sum(manner => report.Book[$"manner.{manner}"]!.Computed));
        foreach (var manner in manners)
        {
            var listed = await ListOwn.RunAsync(NarrativeOffice.Year2020, report.Book[$"manner.{manner}"]!.Source.Own!, work, TestContext.Current.CancellationToken);
            Assert.Equal(report.Book[$"manner.{manner}"]!.Computed, listed.Sum(row => row.Counted));
        }

        var banks = report.Book.Grids["banks"].Rows;
        Assert.Equal(new[] { "total", "enforceable", "settled" }.Select(cell => Cell("IV.1", cell).ToString("N0", Words.Format)), banks[^1].Cells.Skip(1).Take(3).Select(run => run.Text));
        Assert.Equal(5, banks.Count - 1);
        foreach (var run in banks[0].Cells.Where(run => run.Fact is not null))
        {
            var source = FactSource.Read(run.Fact!, FoundingDistrict.Year)!;
            var listed = await ListOwn.RunAsync(NarrativeOffice.Year2020, source.Own!, work, TestContext.Current.CancellationToken);
            Assert.Equal(run.Text, report.Book.Written(listed.Sum(row => row.Counted), source.Own!.Which.StartsWith("02", StringComparison.Ordinal)));
        }

        var verified = report.Book["event.verified"]!;
        Assert.Equal(verified.Computed, (await ListOwn.RunAsync(NarrativeOffice.Year2020, verified.Source.Own!, work, TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task Every_number_of_the_document_comes_from_the_books_or_from_a_text_somebody_wrote()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);
        await office.SaveAsync("uu-diem", "Đạt {matters.rate}, có 31 sáng kiến.");
        var report = await office.DrawAsync();

        var shipped = ShippedTemplate.Of(NarrativeKind.Yearly, NarrativeTags.Of(report));
        var empty = FillDocx.Run(shipped, new Filling(new Dictionary<string, TextRun>(), new Dictionary<string, IReadOnlyList<Passage>>(), new Dictionary<string, Grid>(), new Dictionary<string, Chart>()), "");
        var known = report.Book.Facts.SelectMany(fact => new[] { fact.Text, fact.Cell })
            .Concat(report.Book.Texts.Values).Append("31").Append("(*)")
            .Concat(report.Book.Grids.Values.SelectMany(grid => grid.Rows.SelectMany(row => row.Cells.Select(run => run.Text)).Concat(grid.Columns.Select(column => column.Title)).Append(grid.Title)))
            .Concat(WordText.Of(empty)).SelectMany(WordText.Numbers).ToHashSet();
        var unknown = WordText.Of(await office.DocumentAsync()).SelectMany(WordText.Numbers).Where(number => !known.Contains(number.TrimEnd(',', '.', '/'))).Distinct();

        Assert.Empty(unknown);
    }

    [Fact]
    public async Task The_document_is_valid_filled_to_the_last_control_and_nothing_is_left_open()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);
        foreach (var query in new[] { NarrativeOffice.Year2020, new(NarrativeKind.Quarterly, "D05", 2020, 6), new(NarrativeKind.Monthly, "D05", 2020, 1), new(NarrativeKind.News, "D05", 2020), new(NarrativeKind.Yearly, "TVD", 2020) })
        {
            var docx = await office.DocumentAsync(query);

            Assert.Empty(WordText.Faults(docx));
            Assert.Empty(WordText.Controls(docx));
            Assert.DoesNotContain(WordText.Of(docx), text => text.Contains("[chưa có", StringComparison.Ordinal) || text.Contains('{', StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Units_that_report_by_file_are_named_and_what_only_the_books_know_is_not_said_of_them()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);

        var report = await office.DrawAsync(new(NarrativeKind.Yearly, FoundingDistrict.Province, 2020));

        var said = string.Join('\n', WordText.Of(await office.DocumentAsync(new(NarrativeKind.Yearly, FoundingDistrict.Province, 2020))));
        Assert.Contains("báo cáo bằng tệp của đơn vị: Chi cục THADS huyện Mẫu Một", said, StringComparison.Ordinal);
        Assert.Contains("vì có đơn vị báo cáo bằng tệp", said, StringComparison.Ordinal);
        Assert.Null(report.Book["credit.matters.total"]);
        Assert.False(report.Has(new TemplateTag(PlaceKind.Table, "banks")));
        Assert.Equal(16, report.Book.Grids["units"].Rows.Count);
        Assert.Empty(report.Clashes);
    }

    [Fact]
    public async Task The_cut_off_is_stated_and_held_to()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);

        var before = await office.DrawAsync(NarrativeOffice.Year2020 with { KnownOn = new(2020, 10, 2) });

        Assert.Equal("3.419\u00a0việc", before.Book["matters.settled"]!.Text);
        Assert.Contains("02/10/2020", before.Say(new TemplateTag(PlaceKind.Sentences, "source"))[0].Text, StringComparison.Ordinal);
        Assert.Empty(before.Clashes);
    }

    [Fact]
    public async Task The_news_text_is_short_and_has_the_main_numbers()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);

        var news = WriteNarrative.News(await office.DrawAsync(NarrativeOffice.Year2020 with { Kind = NarrativeKind.News }));

        Assert.InRange(news.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 200, 400);
        Assert.All(new[] { "3.420 việc", "84,88 %", "54,75 %", "180,7 tỷ đồng", "Năm 2021" }, part => Assert.Contains(part, news, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(NarrativeKind.Yearly, 2020, 11, "narrative.not-a-year")]
    [InlineData(NarrativeKind.Quarterly, 2020, 4, "narrative.not-a-quarter")]
    [InlineData(NarrativeKind.Monthly, 2020, 9, "narrative.quarter-instead")]
    [InlineData(NarrativeKind.Monthly, 2021, 2, "narrative.not-over")]
    [InlineData(NarrativeKind.Monthly, 2020, 13, "report.months")]
    [InlineData(NarrativeKind.Yearly, 2022, 12, "report.not-begun")]
    public async Task A_report_that_cannot_be_is_refused_with_the_reason(NarrativeKind kind, int year, int months, string code)
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);

        Assert.Equal(code, await NarrativeOffice.RefusedAsync(() => office.DrawAsync(new(kind, "D05", year, months))));
        Assert.Equal("narrative.known-before-end", await NarrativeOffice.RefusedAsync(() => office.DrawAsync(NarrativeOffice.Year2020 with { KnownOn = new(2020, 9, 29) })));
    }

    [Fact]
    public async Task A_unit_without_figures_has_a_report_that_says_little_and_is_still_a_document()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);

        var docx = await office.DocumentAsync(new(NarrativeKind.Yearly, "D06", 2018));

        Assert.Empty(WordText.Faults(docx));
        Assert.Contains("Sổ trên hệ thống không có việc nào của đơn vị trong kỳ.", WordText.Of(docx));
        Assert.DoesNotContain(WordText.Of(docx), text => text.Contains(" 0\u00a0việc", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_does_not_see_the_unit_finds_no_report()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);
        HashSet<int> other = [await office.UnitAsync("D06")];
        await using var work = office.Work(units: other);

        await Assert.ThrowsAsync<NotFoundException>(() => DrawNarrative.RunAsync(NarrativeOffice.Year2020, false, work, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NotFoundException>(() => ReadTemplates.RunAsync("D05", work, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NotFoundException>(() => SaveText.RunAsync(new("D05", 2020, 12, "uu-diem", "x"), work, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NotFoundException>(() => ListOwn.RunAsync(NarrativeOffice.Year2020, new("manner", "-"), work, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Where_LibreOffice_is_the_report_becomes_a_pdf()
    {
        if (WritePdf.LibreOffice is null)
        {
            TestRun.LeftOut("the report as PDF: no LibreOffice with Writer");
            Assert.Skip("No LibreOffice with Writer on this machine.");
        }

        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);

        var pdf = await WritePdf.RunAsync(await office.DocumentAsync(), TestContext.Current.CancellationToken);

        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString(pdf, 0, 5), StringComparison.Ordinal);
        Assert.True(pdf.Length > 20_000);
    }
}
