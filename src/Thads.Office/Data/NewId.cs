using System.Security.Cryptography;

namespace Thads.Office.Data;

/// <summary>
/// New UUIDv7 identifiers that grow: within a millisecond the 12 bits after the version count up (RFC 9562, 6.2, method 1).
/// So rows written one after the other lie one after the other in the tables, and an export keeps the order of the books.
/// </summary>
public static class NewId
{
    private static readonly Lock Gate = new();
    private static long _last;

    public static Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        long place;
        lock (Gate)
        {
            // Milliseconds and counter as one number: a counter that runs over borrows from the next millisecond.
            _last = Math.Max(_last + 1, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() << 12);
            place = _last;
        }

        var (time, counter) = (place >> 12, (int)(place & 0xFFF));
        for (var i = 0; i < 6; i++)
        {
            bytes[i] = (byte)((time >> (8 * (5 - i))) & 0xFF);
        }

        bytes[6] = (byte)(0x70 | (counter >> 8));
        bytes[7] = (byte)(counter & 0xFF);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
