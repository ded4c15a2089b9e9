using Thads.Office.Tests.Conformance;

namespace Thads.Tests;

public sealed class ProgramTests
{
    [Fact]
    public void Every_class_of_the_program_is_sealed_static_or_abstract()
    {
        using var program = new Compiled(Path.Combine(AppContext.BaseDirectory, "thads.dll"));

        Assert.Empty(program.OpenClasses);
    }
}
