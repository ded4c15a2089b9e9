using System.Reflection;
using Thads.Office.Ranking;

namespace Thads.Office.Tests.Ranking;

/// <summary>Schemes are data: those that ship are whole, and a wrong one is refused with file and place.</summary>
public sealed class SchemeTests
{
    [Fact]
    public void The_schemes_that_ship_are_by_rates_and_2015() => Assert.Equal(["2015", "by-rates"], Scheme.All.Select(scheme => scheme.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void The_scheme_of_2015_has_200_points_and_the_grades_that_are_known()
    {
        var scheme = Scheme.Find("2015")!;

        Assert.Equal(200, scheme.Criteria.Sum(criterion => criterion.Maximum));
        Assert.Equal(["A 180-", "B 160-180", "C 140-160", "D 0-140"], scheme.Grades.Select(grade => $"{grade.Code} {grade.From}-{grade.Below}"));
        Assert.Equal([Mark.Stated, Mark.Stated, Mark.OurDefault, Mark.OurDefault], scheme.Grades.Select(grade => grade.By.Mark));
        Assert.All(scheme.Targets.Select(target => target.By).Concat(scheme.Criteria.Select(criterion => criterion.By)).Concat(scheme.Order.Select(order => order.By)), by => Assert.NotEmpty(by.Source));
    }

    [Fact]
    public void Outside_its_years_a_scheme_is_refused() => Assert.Equal("scheme.years", Assert.Throws<RefusedException>(() => Scheme.For("2015", 2014)).Refusal.Code);

    [Theory]
    [InlineData("\"from\": 160, \"below\": 180", "\"from\": 160, \"below\": 185", "scheme.overlap", "B")]
    [InlineData("\"from\": 160, \"below\": 180", "\"from\": 165, \"below\": 180", "scheme.gap", "C")]
    [InlineData("\"from\": 0, \"below\": 140", "\"from\": 1, \"below\": 140", "scheme.gap", "D")]
    [InlineData("\"from\": 140, \"below\": 160", "\"from\": 160, \"below\": 160", "scheme.empty-grade", "C")]
    [InlineData("\"from\": 0, \"below\": 140", "\"from\": 0, \"below\": 140, \"any\": [{ \"met\": 1 }]", "scheme.last-grade", "D")]
    [InlineData("\"cell\": \"carried_over\"", "\"cell\": \"carried\\u0000over\"", "scheme.cell", "targets[2].of")]
    [InlineData("\"measure\": \"money\", \"cell\": \"rate\" }, \"strictly\"", "\"measure\": \"gold\", \"cell\": \"rate\" }, \"strictly\"", "scheme.word", "targets[1].of.measure")]
    [InlineData("\"kind\": \"manual\"", "\"kind\": \"magic\"", "scheme.word", "criteria[3].kind")]
    [InlineData("\"kind\": \"manual\"", "\"kind\": \"manual\", \"each\": 3", "scheme.unknown-field", "criteria[3].each")]
    [InlineData("\"total\": 200", "\"total\": 210", "scheme.total", "200")]
    [InlineData("\"total\": 200", "\"total\": \"200\"", "scheme.number", "total")]
    [InlineData("\"maximum\": 80", "\"maximum\": 80.005", "scheme.number", "criteria[3].maximum")]
    [InlineData("\"code\": \"tasks\"", "\"code\": \"money\"", "scheme.twice", "criteria")]
    [InlineData("\"kind\": \"proportional\", \"target\": \"money\"", "\"kind\": \"proportional\", \"target\": \"luck\"", "scheme.no-target", "criteria.money")]
    [InlineData("\"reduction\": true, \"value\": 3,", "\"reduction\": true,", "scheme.missing", "targets.carried-over.value")]
    [InlineData("\"reduction\": true", "\"reduction\": 1", "scheme.no-flag", "targets[2].reduction")]
    [InlineData("\"any\": [{ \"met\": 3 }]", "\"any\": [{ \"met\": 4 }]", "scheme.too-many-met", "grades.A")]
    [InlineData("\"any\": [{ \"met\": 3 }]", "\"any\": 3", "scheme.no-list", "grades[0].any")]
    [InlineData("\"ranks\": {", "\"knockOuts\": [{ \"target\": \"money\", \"notAbove\": \"E\", \"source\": \"x\", \"mark\": \"stated\" }], \"ranks\": {", "scheme.no-grade", "E")]
    [InlineData("{ \"by\": \"points\",", "{ \"by\": \"cell\",", "scheme.order", "2015.json")]
    [InlineData("\"lastChecked\": \"2026-11-23\",", "", "scheme.missing", "lastChecked")]
    [InlineData("\"code\": \"2015\"", "\"code\": \"2016\"", "scheme.code", "2016")]
    [InlineData("\"en\": \"A – excellent\"", "\"en\": \"\"", "scheme.no-text", "grades[0].en")]
    [InlineData("\"order\": [", "\"order\": [,", "scheme.not-json", "2015.json")]
    public void A_wrong_scheme_is_refused_with_file_and_place(string there, string instead, string code, string place)
    {
        var text = Shipped();
        Assert.Contains(there, text, StringComparison.Ordinal);

        var refusal = Assert.Throws<RefusedException>(() => SchemeReader.Read("2015.json", text.Replace(there, instead, StringComparison.Ordinal))).Refusal;

        Assert.Equal(code, refusal.Code);
        Assert.Contains(place, refusal.Arguments.Select(argument => argument.ToString()));
        Assert.Contains("2015.json", refusal.In(Language.Vietnamese), StringComparison.Ordinal);
    }

    private static string Shipped()
    {
        using var text = new StreamReader(Assembly.GetAssembly(typeof(Scheme))!.GetManifestResourceStream("Thads.Office.Ranking.Schemes.2015.json")!);
        return text.ReadToEnd();
    }
}
