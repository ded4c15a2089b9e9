using System.Globalization;
using Thads.Office.Acts;

namespace Thads.Exchange;

/// <summary>A moment on the wall of the office.</summary>
internal static class Moment
{
    public static string Of(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), OfficeClock.Zone).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
