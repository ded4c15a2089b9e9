using System.Reflection;
using System.Runtime.CompilerServices;
using Thads.Office.Acts;

namespace Thads.Office.Tests.Acts;

/// <summary>Everything that takes a piece of work, all at once: what is new is held to it the day it is written.</summary>
public sealed class EveryActTests
{
    private static readonly Person Nobody = new("nobody", Permissions.None);

    /// <summary>All public static methods of the office to which a piece of work is given and which do something with it.</summary>
    public static TheoryData<string> Runs => [.. Methods().Select(Name)];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task A_right_is_asked_for_before_anything_is_read(string run)
    {
        // There is no database: who looked before asking would fall over, and not with this exception.
        var work = new Work(null!, Nobody, OfficeClock.Wall);
        var method = Methods().Single(m => Name(m) == run);
        var arguments = method.GetParameters().Select(p =>
            p.ParameterType == typeof(Work) ? work
            : p.ParameterType == typeof(CancellationToken) ? CancellationToken.None
            : p.ParameterType == typeof(string) ? "x"
            : p.ParameterType.IsClass && !p.ParameterType.IsAbstract && !typeof(Delegate).IsAssignableFrom(p.ParameterType) ? RuntimeHelpers.GetUninitializedObject(p.ParameterType)
            : (object?)null).ToArray();

        var refused = await Record.ExceptionAsync(() => (Task)method.Invoke(null, arguments)!);

        Assert.IsType<NotAllowedException>(refused);
    }

    [Fact]
    public void The_acts_known_are_among_them() =>
        Assert.Subset(
            Methods().Select(Name).ToHashSet(),
            new HashSet<string> { "ImportExchange.RunAsync", "ExportExchange.RunAsync", "RecordStep.RunAsync", "VoidStep.RunAsync", "VerifyBook.RunAsync", "ReadForm.RunAsync", "ExplainCell.RunAsync" });

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static IEnumerable<MethodInfo> Methods() => typeof(Work).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(m => m.Name is "RunAsync" or "ResolveAsync" && m.GetParameters().Any(p => p.ParameterType == typeof(Work)));
}
