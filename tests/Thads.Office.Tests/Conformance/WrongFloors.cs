#pragma warning disable IDE0130 // Samples of several areas in one file: each class of Docket names one of Procedure, each in another way. FloorsTests must find it.

namespace Thads.Office.Tests.Conformance.Wrong.Procedure
{
    internal interface IAmHigher;

    internal static class Higher
    {
        public static int Value => 1;

        public static Thing Make() => new();

        public static T Pass<T>(T value) => value;
    }

    internal class Thing : IAmHigher
    {
        public sealed class Inner;
    }

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class MarkAttribute : Attribute;

    internal sealed class Trouble : Exception;

    internal sealed class GoesDown
    {
        public Docket.CallsNothing Held { get; } = new();
    }
}

namespace Thads.Office.Tests.Conformance.Wrong.Docket
{
    using Thads.Office.Tests.Conformance.Wrong.Procedure;

    internal sealed class CallsNothing;

    internal static class CallsInABody
    {
        public static int Sum() => 1 + Higher.Value;
    }

    internal static class CallsInALambda
    {
        public static Func<object> Later() => () => Higher.Make();
    }

    internal static class CallsAfterAnAwait
    {
        public static async Task RunAsync()
        {
            await Task.Yield();
            _ = Higher.Value;
        }
    }

    internal static class CallsInAnIterator
    {
        public static IEnumerable<int> All()
        {
            yield return Higher.Value;
        }
    }

    internal static class CallsGenerically
    {
        public static object Pass() => Array.Empty<List<Thing>>();
    }

    internal static class CallsAfterASwitch
    {
        public static long Choose(int which, ref double by)
        {
            by *= 1.5;
            return which switch { 0 => long.MaxValue, 1 => 5, 2 => 77, 3 => 200_000, _ => Higher.Pass(which) };
        }
    }

    internal sealed class InheritsIt : Thing;

    internal sealed class ImplementsIt : IAmHigher;

    internal sealed class HoldsIt
    {
        public Thing? It { get; init; }
    }

    internal sealed class HoldsItInAnArray
    {
        public List<Thing.Inner[]>? All { get; init; }
    }

    internal static class TakesIt
    {
        public static void Take(in Thing thing)
        {
        }
    }

    internal sealed class IsMarked
    {
        [Mark]
        public int Value { get; } = 1;
    }

    internal static class IsConstrained
    {
        public static void For<T>()
            where T : Thing
        {
        }
    }

    internal static class AsksForItsType
    {
        public static Type Of() => typeof(Thing);
    }

    internal static class CatchesIt
    {
        public static void Try()
        {
            try
            {
                GC.Collect();
            }
            catch (Trouble)
            {
            }
        }
    }
}

namespace Thads.Office.Tests.Conformance.Wrong.Data
{
    internal sealed class MapsAll
    {
        public Procedure.Thing? Thing { get; }

        public Docket.HoldsIt? Held { get; }
    }
}

namespace Thads.Office.Tests.Conformance.Wrong.Attic
{
    internal sealed class HasNoFloor
    {
        public int Value { get; } = Math.Abs(1);
    }
}

namespace Thads.Office.Tests.Conformance.Wrong
{
    internal static class RootNamesAnArea
    {
        public static int Value => Procedure.Higher.Value;
    }
}
