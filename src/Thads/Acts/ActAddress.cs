using System.Globalization;

namespace Thads.Acts;

/// <summary>Where an act is read.</summary>
public static class ActAddress
{
    public static string Of(long sequence) => "/acts/" + sequence.ToString(CultureInfo.InvariantCulture);
}
