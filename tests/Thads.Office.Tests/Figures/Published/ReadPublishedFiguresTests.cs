using System.Text;
using CsCheck;
using Thads.Office.Docket;
using Thads.Office.Figures.Published;

namespace Thads.Office.Tests.Figures.Published;

public sealed class ReadPublishedFiguresTests
{
    private const string Good = "id,settled,enforceable,rate\nA,3420,4029,84.88\n";

    [Fact]
    public void A_row_is_read_with_its_facts_and_figures()
    {
        var row = Assert.Single(Rows.Read("id,unit,year,months,regime,measure,settled,precision\n\"A, \"\"b\"\"\",Gia Lai,2022,12,06/2019,tien,>1.50,0.1\n").Rows);

        Assert.Equal(("A, \"b\"", "Gia Lai", 2022, 12, "06-2019", Measure.Money), (row.Id, row.Unit, row.Year, row.Months, row.Regime, row.Measure));
        Assert.Equal(Rational.StepOf(1), row.Step);
        Assert.Equal(new("settled", ">1.50", Mark.Over, new Rational(3) / new Rational(2), 2), row.Figures[Figure.Settled]);
    }

    [Theory]
    [InlineData("entrusted", Figure.Delegated)]
    [InlineData("eligible", Figure.Enforceable)]
    [InlineData("ineligible", Figure.NotEnforceable)]
    [InlineData("deferred_suspended", Figure.PostponedSuspended)]
    [InlineData("done", Figure.Settled)]
    [InlineData("previous_done", Figure.PreviousSettled)]
    [InlineData("done_change", Figure.SettledChange)]
    [InlineData("carry_next", Figure.CarriedOver)]
    [InlineData("carry_next_eligible", Figure.CarriedOverEnforceable)]
    public void Older_names_are_read_and_kept(string older, Figure figure)
    {
        Assert.Equal(older, Rows.Of($"{older}=5").Figures[figure].Column);
        Assert.Equal(figure.Name, Rows.Of($"{figure.Name}=5").Figures[figure].Column);
    }

    [Fact]
    public void The_columns_of_the_specification_are_all_known()
    {
        var file = Rows.Read("id,unit,year,months,regime,measure,total,carried,new,delegated,withdrawn,pulled_up,returned,due,enforceable,not_enforceable,postponed_suspended,settled,rate,target,margin,previous_rate,rate_change,previous_settled,settled_change,carried_over,carried_over_enforceable,precision,verdict\n");

        Assert.Empty(file.Misread);
        Assert.Empty(file.Ignored);
    }

    [Fact]
    public void Unknown_columns_are_named_and_the_verdict_is_left_alone()
    {
        var file = Rows.Read("id,Total,verdict,note\nA,x,BAD,=1+1\n");

        Assert.Empty(file.Misread);
        Assert.Equal(["Total", "note"], file.Ignored);
    }

    [Theory]
    [InlineData("\uFEFFid,total\r\nA,1\r\n\r\nB,2")]
    [InlineData("id,total\n\nA,1\nB,2\n")]
    [InlineData("\"id\",\"total\"\nA,\"1\"\n\"B\", 2 \n")]
    [InlineData("id, total \n A ,1\nB,\" 2 \"")]
    public void Bom_line_ends_quotes_empty_lines_and_spaces_do_not_matter(string csv)
    {
        var file = Rows.Read(csv);

        Assert.Empty(file.Misread);
        Assert.Equal([("A", "1"), ("B", "2")], file.Rows.Select(row => (row.Id, row.Figures[Figure.Total].Text)));
    }

    [Theory]
    [InlineData("", 1, null, "published.empty")]
    [InlineData("\n\r\n", 1, null, "published.empty")]
    [InlineData("id;total\nA;1\n", 1, null, "published.separator")]
    [InlineData("id\ttotal\nA\t1\n", 1, null, "published.separator")]
    [InlineData("unit,total\nA,1\n", 1, null, "published.no-id-column")]
    [InlineData("id,total,total\nA,1,1\n", 1, "total", "published.column-twice")]
    [InlineData("id,settled,done\nA,1,1\n", 1, "done", "published.column-twice")]
    [InlineData("id,note,note\nA,1,1\n", 1, "note", "published.column-twice")]
    [InlineData("id,total\nA,1\nB,2,3\n", 3, null, "published.too-many-cells")]
    [InlineData("id,rate\nA,54,75\n", 2, null, "published.too-many-cells")]
    [InlineData("id,total,new\nA,1,2\nB,2", 3, null, "published.too-few-cells")]
    [InlineData("id,total\nA,\"1\nB,2\n", 2, null, "published.unclosed-quote")]
    [InlineData("id,total\nA,\"1\"x\nB,2\n", 2, null, "published.stray-quote")]
    [InlineData("id,total\nA,1\"\nB,2\n", 2, null, "published.stray-quote")]
    [InlineData("id,total\rA,1\rB,2\r", 1, null, "published.line-end")]
    [InlineData("id,total\n,1\n", 2, "id", "published.no-id")]
    [InlineData("id,total\n\"A\u001b[31m\",1\n", 2, "id", "published.control-character")]
    [InlineData("id,\"no\u001bte\"\nA,1\n", 1, "no\u001bte", "published.control-character")]
    [InlineData("id,measure\nA,\u001b[2J\n", 2, "measure", "published.unknown-measure")]
    [InlineData("id,unit\nA,\"x\ny\"\nB,\"\n", 2, "unit", "published.control-character")]
    [InlineData("id,rate\n\"A\",\"54,75\"\n", 2, "rate", "published.decimal-comma")]
    [InlineData("id,total\nA,\"1.088.473,5\"\n", 2, "total", "published.decimal-comma")]
    [InlineData("id,total\nA,1.088.473\n", 2, "total", "published.not-a-number")]
    [InlineData("id,total\nA,=1+1\n", 2, "total", "published.not-a-number")]
    [InlineData("id,total\nA,1e5\n", 2, "total", "published.not-a-number")]
    [InlineData("id,total\nA,1 000\n", 2, "total", "published.not-a-number")]
    [InlineData("id,total\nA,5.\n", 2, "total", "published.not-a-number")]
    [InlineData("id,total\nA,.5\n", 2, "total", "published.not-a-number")]
    [InlineData("id,total\nA,>\n", 2, "total", "published.not-a-number")]
    [InlineData("id,total\nA,><5\n", 2, "total", "published.not-a-number")]
    [InlineData("id,total\nA,--5\n", 2, "total", "published.not-a-number")]
    [InlineData("id,total\nA,٣٤\n", 2, "total", "published.not-a-number")]
    [InlineData("id,total\nA,84.88%\n", 2, "total", "published.not-a-number")]
    [InlineData("id,total\nA,1000000000000000000000000000000000000000000000000000000000000\n", 2, "total", "published.cell-too-long")]
    [InlineData("id,measure,total\nA,viec,8.169\n", 2, "total", "published.count-with-decimals")]
    [InlineData("id,measure,done\nA,viec,8.169\n", 2, "done", "published.count-with-decimals")]
    [InlineData("id,measure\nA,vụ\n", 2, "measure", "published.unknown-measure")]
    [InlineData("id,regime\nA,06-2015\n", 2, "regime", "published.unknown-regime")]
    [InlineData("id,year\nA,20x\n", 2, "year", "published.not-a-whole-number")]
    [InlineData("id,months\nA,13\n", 2, "months", "published.not-a-whole-number")]
    [InlineData("id,precision\nA,-1\n", 2, "precision", "published.not-a-step")]
    [InlineData("id,precision\nA,>1\n", 2, "precision", "published.not-a-step")]
    [InlineData("id,precision\nA,tỷ\n", 2, "precision", "published.not-a-number")]
    public void Rubbish_is_refused_with_its_place_and_reason(string csv, int line, string? column, string why)
    {
        var file = Rows.Read(csv);

        Assert.Contains((line, column, why), file.Misread.Select(misread => (misread.Line, misread.Column, misread.Why.Code)));
        Assert.Empty(file.Rows);
        Assert.All(file.Misread, misread => Assert.DoesNotContain(misread.In(Language.Vietnamese, "f.csv"), char.IsControl));
        Assert.All(file.Misread, misread => Assert.NotEqual(misread.In(Language.Vietnamese, "f.csv"), misread.In(Language.English, "f.csv")));
    }

    [Fact]
    public void Every_misread_place_is_listed_in_the_order_of_the_file() =>
        Assert.Equal(
            [(2, "total"), (2, "rate"), (3, null), (5, "rate")],
            Rows.Read("id,total,rate\nA,x,\"1,5\"\nB,1\nC,1,1\nD,1,y\n").Misread.Select(misread => (misread.Line, misread.Column)));

    [Fact]
    public void With_a_header_that_cannot_be_read_nothing_else_is_said() =>
        Assert.Equal([(1, "published.stray-quote")], Rows.Read("id,to\"tal\nA,x\nB,2\n").Misread.Select(misread => (misread.Line, misread.Why.Code)));

    [Fact]
    public void The_line_of_a_row_is_counted_through_quoted_line_ends() =>
        Assert.Equal(4, Rows.Read("id,note,total\nA,\"x\ny\",1\nB,,z\n").Misread.Single().Line);

    [Fact]
    public void Other_encodings_are_refused_with_the_line()
    {
        Assert.Equal("published.utf16", Misread(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Good))).Why.Code);
        Assert.Equal("published.utf16", Misread(Encoding.BigEndianUnicode.GetBytes(Good)).Why.Code);
        Assert.Equal((2, "published.not-utf8"), (Misread(Encoding.Latin1.GetBytes("id,unit\nA,Hà Nội é\n")) is var m ? m.Line : 0, m.Why.Code));
        Assert.Equal("published.utf16", Misread([0, 1, 2, 3]).Why.Code);

        static Misread Misread(IEnumerable<byte> bytes) => Assert.Single(ReadPublishedFigures.Run(bytes.ToArray()).Misread);
    }

    [Fact]
    public void A_line_of_more_than_a_million_characters_is_refused_and_the_rest_still_read()
    {
        var file = Rows.Read($"id,note,total\nA,{new string('x', 1_000_001)},1\nB,,y\n");

        Assert.Equal([(2, "published.line-too-long"), (3, "published.not-a-number")], file.Misread.Select(misread => (misread.Line, misread.Why.Code)));
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_read_or_refused_and_never_breaks()
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFFid,unit,total,rate\nA,\"Quảng Ngãi\",>8169,84.88\r\nB,,\"1\",2\n");
        for (var length = 0; length <= bytes.Length; length++)
        {
            var file = ReadPublishedFigures.Run(bytes.AsSpan(0, length));
            Assert.True(file.Misread.Count > 0 || file.Rows.Count <= 2);
            foreach (var row in file.Rows)
            {
                CheckPublishedFigures.Run(row);
            }
        }
    }

    [Fact]
    public void Bytes_of_any_kind_are_read_or_refused_and_never_break() =>
        Gen.Int[0, Scraps.Length - 1].Array[0, 30].Sample(
            parts => WritePublished.Json(Rows.Read(string.Concat(parts.Select(part => Scraps[part]))).Rows.Select(CheckPublishedFigures.Run)),
            iter: 20_000);

    private static readonly string[] Scraps = ["id", ",", "\n", "\"", "total", "rate", "A", "1", "9.5", ">", "-", ";", "\r", "é", "\uFEFF", "=", " ", "precision"];
}
