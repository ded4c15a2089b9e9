namespace Thads.Tests.Running;

public sealed class CompressedTests(SampleWeb web)
{
    [Theory]
    [InlineData("/", "gzip")]
    [InlineData("/", "br")]
    [InlineData("/kit.css", "gzip")]
    public async Task Pages_and_files_are_sent_packed_to_whoever_can_unpack_them(string path, string way)
    {
        using var visitor = web.Client();
        using var plain = await visitor.GetAsync(path, TestContext.Current.CancellationToken);
        visitor.DefaultRequestHeaders.AcceptEncoding.ParseAdd(way);
        using var packed = await visitor.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal([way], packed.Content.Headers.ContentEncoding);
        Assert.True((await packed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length * 2 < (await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task The_token_of_a_form_is_another_in_every_answer()
    {
        using var visitor = web.Client();
        var tokens = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            var page = SampleWeb.Parsed(await visitor.GetStringAsync("/sign-in", TestContext.Current.CancellationToken));
            tokens.Add(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        }

        Assert.Equal(3, tokens.Count);
    }
}
