namespace Thads.Tests;

public sealed class BuildTests
{
    [Fact]
    public void Arithmetic_is_checked() => Assert.Throws<OverflowException>(() => Add(int.MaxValue, 1));

    private static int Add(int a, int b) => a + b;
}
