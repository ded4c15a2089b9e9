using Thads.Office.Acts;
using Thads.Office.Documents;
using Thads.Office.Exchange.Samples;
using Thads.Office.Narrative;

namespace Thads.Office.Tests.Narrative;

public sealed class WritingTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_text_is_kept_with_all_its_versions_and_its_numbers_follow_the_books(string kind)
    {
        await using var office = await NarrativeOffice.NewAsync(kind);
        await office.SaveAsync("uu-diem", "Bản một.");
        var first = (await office.DrawAsync()).Texts["uu-diem"];
        await office.SaveAsync("uu-diem", "Bản hai: đạt {matters.rate}.", first.Act);

        var report = await office.DrawAsync();
        await using var work = office.Work();
        var versions = await ReadWriting.TextsAsync(report, "uu-diem", work, TestContext.Current.CancellationToken);

        Assert.Equal(["Bản hai: đạt {matters.rate}.", "Bản một."], versions.Select(version => version.Text));
        Assert.Contains("Bản hai: đạt 84,88\u00a0%.", WordText.Of(await office.DocumentAsync()));
    }

    [Theory]
    [InlineData("uu-diem", "x", 99L, "narrative.text-changed")]
    [InlineData("uu-diem", "Đạt {matters.nothing}.", null, "narrative.unknown-number")]
    [InlineData("uu-diem", "  ", null, "narrative.unchanged")]
    [InlineData("khong-co", "x", null, "narrative.no-text")]
    public async Task A_text_that_cannot_be_is_refused(string block, string text, long? known, string code)
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);

        Assert.Equal(code, await NarrativeOffice.RefusedAsync(() => office.SaveAsync(block, text, known)));
        Assert.Equal("narrative.text-too-long", await NarrativeOffice.RefusedAsync(() => office.SaveAsync("uu-diem", new string('x', SaveText.Longest + 1))));
    }

    [Fact]
    public async Task Texts_come_over_to_the_next_year_as_drafts_that_no_document_has_until_they_are_saved()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);
        await office.DoAsync((work, ct) => SaveText.RunAsync(new("D05", 2019, 12, "kien-nghi", "Kiến nghị của năm trước."), work, ct));

        await office.DoAsync((work, ct) => CarryTexts.RunAsync(new("D05", 2020, 12), work, ct));
        var draft = (await office.DrawAsync()).Texts["kien-nghi"];
        var before = WordText.Of(await office.DocumentAsync());
        await office.SaveAsync("kien-nghi", "Kiến nghị của năm trước.", draft.Act);

        Assert.True(draft.IsDraft);
        Assert.DoesNotContain("Kiến nghị của năm trước.", before);
        Assert.Contains("Kiến nghị của năm trước.", WordText.Of(await office.DocumentAsync()));
        Assert.Equal("narrative.nothing-to-carry", await NarrativeOffice.RefusedAsync(() => office.DoAsync((work, ct) => CarryTexts.RunAsync(new("D05", 2020, 12), work, ct))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_slip_of_the_printed_report_is_refused_with_the_numbers_that_cannot_all_be_true(string kind)
    {
        await using var office = await NarrativeOffice.NewAsync(kind);

        // The founding story printed 310,1 tỷ where 330,1 agrees with everything else.
        await office.TypeAsync("money.enforceable", "310,1");

        var report = await office.DrawAsync();
        var rate = Assert.Single(report.Clashes, clash => clash.Rule == "P06");
        Assert.Equal(["money.enforceable", "money.rate", "money.settled"], rate.Facts.Order(StringComparer.Ordinal));
        Assert.Contains("58,27", rate.In(Language.Vietnamese), StringComparison.Ordinal);
        Assert.Equal("narrative.contradiction", await NarrativeOffice.RefusedAsync(() => office.DocumentAsync()));
        Assert.Equal("narrative.contradiction", await NarrativeOffice.RefusedAsync(async () => WriteNarrative.News(await office.DrawAsync())));

        await office.TypeAsync("money.enforceable", "", "nhập nhầm");
        Assert.Empty((await office.DrawAsync()).Clashes);
        Assert.NotEmpty(await office.DocumentAsync());
    }

    [Fact]
    public async Task A_number_typed_by_hand_is_marked_wherever_it_stands_with_who_when_and_why()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);

        await office.TypeAsync("event.verified", "2.850", "đếm lại sổ xác minh");

        var said = WordText.Of(await office.DocumentAsync());
        Assert.Contains(said, text => text.Contains("2.850(*) lượt xác minh", StringComparison.Ordinal));
        Assert.Contains(said, text => text.Contains("hệ thống tính 2.842", StringComparison.Ordinal) && text.Contains("test nhập ngày", StringComparison.Ordinal) && text.Contains("đếm lại sổ xác minh", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("matters.rate", "84.88", "narrative.bad-number")]
    [InlineData("matters.rate", "84,888", "narrative.bad-number")]
    [InlineData("matters.settled", "3420 việc", "narrative.bad-number")]
    [InlineData("matters.settled", "34.20", "narrative.bad-number")]
    [InlineData("matters.settled", "-5", "narrative.below-zero")]
    [InlineData("matters.settled", "3.420", "narrative.unchanged")]
    [InlineData("matters.settled", "", "narrative.unchanged")]
    [InlineData("matters.nothing", "1", "narrative.unknown-number")]
    public async Task A_number_that_cannot_be_is_refused(string fact, string value, string code)
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);

        Assert.Equal(code, await NarrativeOffice.RefusedAsync(() => office.TypeAsync(fact, value)));
        Assert.Equal("narrative.needs-reason", await NarrativeOffice.RefusedAsync(() => office.TypeAsync("matters.settled", "3.421", " ")));
    }

    [Fact]
    public async Task Every_single_number_of_the_year_that_is_changed_by_hand_contradicts_the_others()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);
        var report = await office.DrawAsync();
        string[] held = ["total", "carried", "new", "due", "enforceable", "settled", "rate", "margin", "change.rate", "change.settled", "before.rate", "carried_over", "total_with_separate"];
        foreach (var key in held.SelectMany(cell => new[] { $"matters.{cell}", $"money.{cell}" }))
        {
            var fact = report.Book[key]!;
            report.Book.TakeByHand(key, new HandNumber(fact.Computed + 3, "", "", default));

            Assert.True(CheckNumbers.Run(report.Book, report.Query).Count > 0, key);

            report.Book.TakeByHand(key, new HandNumber(fact.Computed, "", "", default));
            Assert.Empty(CheckNumbers.Run(report.Book, report.Query));
        }
    }

    [Fact]
    public async Task Only_who_may_draw_up_reports_of_the_unit_writes_into_them()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);
        await using var work = office.Work(Permissions.ReadFigures | Permissions.ReadMatters);

        await Assert.ThrowsAsync<NotAllowedException>(() => SaveText.RunAsync(new("D05", 2020, 12, "uu-diem", "x"), work, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NotAllowedException>(() => TypeNumber.RunAsync(new("D05", 2020, 12, "matters.rate", "1", "x"), work, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NotAllowedException>(() => UploadTemplate.RunAsync(new("D05", NarrativeKind.Yearly, "x", []), work, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Sent_twice_under_one_key_a_text_is_saved_once()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);
        for (var i = 0; i < 2; i++)
        {
            await office.DoAsync((work, ct) => SaveText.RunAsync(new("D05", 2020, 12, "uu-diem", "Một lần.", null, "key-1"), work, ct));
        }

        var report = await office.DrawAsync();
        await using var reading = office.Work();
        Assert.Single(await ReadWriting.TextsAsync(report, "uu-diem", reading, TestContext.Current.CancellationToken));
        Assert.Equal(PlaceKind.Text, TemplateTag.Read("van:uu-diem")!.Kind);
        Assert.Equal(FoundingDistrict.Unit, report.Query.Unit);
    }
}
