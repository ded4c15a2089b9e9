using System.Net;

namespace Thads.Tests.Running;

public sealed class ThroughProxyTests(SampleWeb web)
{
    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Via", "1.1 proxy")]
    public async Task The_sample_office_is_not_served_through_a_proxy(string header, string value)
    {
        using var visitor = web.Client();
        visitor.DefaultRequestHeaders.Add(header, value);
        using var answer = await visitor.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("<button", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
