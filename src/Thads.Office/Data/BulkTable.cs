using System.Buffers;
using System.Buffers.Binary;
using System.Data.Common;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Thads.Office.Data;

/// <summary>
/// Many rows into one table, as fast as the database takes them: on SQLite one prepared statement, bound and stepped
/// by hand; on PostgreSQL binary COPY in blocks. Values are given in the order of the columns, then <see cref="EndRow"/>.
/// It writes inside the transaction that is open on the connection.
/// </summary>
public abstract class BulkTable : IDisposable
{
    /// <summary>A writer for the table's columns in the order given.</summary>
    public static BulkTable Of(DbConnection connection, string table, params string[] columns) => connection switch
    {
        SqliteConnection sqlite => new SqliteTable(sqlite, table, columns),
        NpgsqlConnection postgres => new PostgresTable(postgres, table, columns),
        _ => throw new NotSupportedException(connection.GetType().Name),
    };

    public abstract BulkTable Number(long value);

    /// <summary>A value of a column declared `integer`: PostgreSQL's COPY wants the exact width.</summary>
    public abstract BulkTable Whole(int value);

    /// <summary>A value of a column declared `smallint`.</summary>
    public abstract BulkTable Small(int value);

    public abstract BulkTable Text(string? value);

    public abstract BulkTable Day(DateOnly? value);

    public abstract BulkTable Id(Guid value);

    public abstract BulkTable None();

    public BulkTable WholeOrNone(int value) => value == 0 ? None() : Whole(value);

    public BulkTable SmallOrNone(int value) => value == 0 ? None() : Small(value);

    public abstract void EndRow();

    /// <summary>Enough is waiting. The owner flushes parents before children, so the table does not do it by itself.</summary>
    public abstract bool IsFull { get; }

    /// <summary>Everything given so far is in the table.</summary>
    public abstract void Flush();

    public abstract void Dispose();

    /// <summary>
    /// Bound by SQLite's own functions: a nation's import binds a hundred million values, and each call through the provider costs more than
    /// the binding. Texts and ids of a row stand in one pinned buffer, which SQLite reads while it steps.
    /// </summary>
    private sealed class SqliteTable(SqliteConnection connection, string table, string[] columns) : BulkTable
    {
        /// <summary>The rest of the buffer is for days and ids, of which no table has many.</summary>
        private const int ForTexts = (1 << 13) - 512;
        private const nint InBuffer = 0;
        private const nint ToBeCopied = -1;
        private readonly sqlite3 _database = connection.Handle!;
        private readonly byte[] _row = GC.AllocateUninitializedArray<byte>(1 << 13, pinned: true);
        private sqlite3_stmt? _prepared;
        private nint _statement;
        private int _used;
        private int _column;

        public override bool IsFull => false;

        public override BulkTable Number(long value) => Check(sqlite3_bind_int64(Statement, ++_column, value));

        public override BulkTable Whole(int value) => Number(value);

        public override BulkTable Small(int value) => Number(value);

        public override BulkTable Text(string? value)
        {
            if (value is null)
            {
                return None();
            }

            if (Encoding.UTF8.TryGetBytes(value, _row.AsSpan(_used, Math.Max(0, ForTexts - _used)), out var length))
            {
                return Check(sqlite3_bind_text(Statement, ++_column, Take(length), length, InBuffer));
            }

            var longer = Encoding.UTF8.GetBytes(value);
            var pinned = GCHandle.Alloc(longer, GCHandleType.Pinned);
            try
            {
                return Check(sqlite3_bind_text(Statement, ++_column, pinned.AddrOfPinnedObject(), longer.Length, ToBeCopied));
            }
            finally
            {
                pinned.Free();
            }
        }

        public override BulkTable Day(DateOnly? value)
        {
            if (value is not { } day)
            {
                return None();
            }

            if (!day.TryFormat(Room(10), out _, "O", System.Globalization.CultureInfo.InvariantCulture))
            {
                throw new UnreachableException();
            }

            return Check(sqlite3_bind_text(Statement, ++_column, Take(10), 10, InBuffer));
        }

        public override BulkTable Id(Guid value)
        {
            value.TryWriteBytes(Room(16), bigEndian: true, out _);
            return Check(sqlite3_bind_blob(Statement, ++_column, Take(16), 16, InBuffer));
        }

        public override BulkTable None() => Check(sqlite3_bind_null(Statement, ++_column));

        public override void EndRow()
        {
            var done = raw.sqlite3_step(_prepared!);
            raw.sqlite3_reset(_prepared!);
            if (done != raw.SQLITE_DONE)
            {
                Check(done);
            }

            (_column, _used) = (0, 0);
        }

        public override void Flush()
        {
        }

        public override void Dispose() => _prepared?.Dispose();

        /// <summary>Prepared with the first value: most acts write to few tables.</summary>
        private nint Statement => _prepared is null ? Prepare() : _statement;

        private nint Prepare()
        {
            var sql = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
            Check(raw.sqlite3_prepare_v2(_database, sql, out _prepared));
            return _statement = _prepared.DangerousGetHandle();
        }

        private Span<byte> Room(int length) => _row.AsSpan(_used, length);

        private nint Take(int length)
        {
            var at = Marshal.UnsafeAddrOfPinnedArrayElement(_row, _used);
            _used += length;
            return at;
        }

        private SqliteTable Check(int result) => result == raw.SQLITE_OK ? this
            : throw new SqliteException($"{table}: {raw.sqlite3_errmsg(_database).utf8_to_string()}", result, raw.sqlite3_extended_errcode(_database));

        [DllImport("e_sqlite3"), SuppressGCTransition]
        private static extern int sqlite3_bind_int64(nint statement, int column, long value);

        [DllImport("e_sqlite3"), SuppressGCTransition]
        private static extern int sqlite3_bind_null(nint statement, int column);

        [DllImport("e_sqlite3"), SuppressGCTransition]
        private static extern int sqlite3_bind_text(nint statement, int column, nint text, int length, nint destructor);

        [DllImport("e_sqlite3"), SuppressGCTransition]
        private static extern int sqlite3_bind_blob(nint statement, int column, nint bytes, int length, nint destructor);
    }

    private sealed class PostgresTable(NpgsqlConnection connection, string table, string[] columns) : BulkTable
    {
        private const int Block = 4 << 20;
        private static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;
        private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
        private readonly ArrayBufferWriter<byte> _rows = new(); // grows with what is written: an act writes a few hundred bytes
        private bool _inRow;

        public override BulkTable Number(long value)
        {
            BinaryPrimitives.WriteInt64BigEndian(Field(8), value);
            return this;
        }

        public override BulkTable Whole(int value)
        {
            BinaryPrimitives.WriteInt32BigEndian(Field(4), value);
            return this;
        }

        public override BulkTable Small(int value)
        {
            BinaryPrimitives.WriteInt16BigEndian(Field(2), (short)value);
            return this;
        }

        public override BulkTable Text(string? value)
        {
            if (value is null)
            {
                return None();
            }

            Encoding.UTF8.GetBytes(value, Field(Encoding.UTF8.GetByteCount(value)));
            return this;
        }

        public override BulkTable Day(DateOnly? value) => value is { } day ? Whole(day.DayNumber - Epoch) : None();

        public override BulkTable Id(Guid value)
        {
            value.TryWriteBytes(Field(16), bigEndian: true, out _);
            return this;
        }

        public override BulkTable None()
        {
            Begin();
            BinaryPrimitives.WriteInt32BigEndian(Take(4), -1);
            return this;
        }

        public override bool IsFull => _rows.WrittenCount >= Block;

        public override void EndRow() => _inRow = false;

        public override void Flush()
        {
            if (_rows.WrittenCount == 0)
            {
                return;
            }

            using var copy = connection.BeginRawBinaryCopy($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
            copy.Write(Header);
            copy.Write(_rows.WrittenSpan);
            copy.Write([0xFF, 0xFF]);
            _rows.Clear();
        }

        public override void Dispose()
        {
        }

        private Span<byte> Field(int length)
        {
            Begin();
            BinaryPrimitives.WriteInt32BigEndian(Take(4), length);
            return Take(length);
        }

        private void Begin()
        {
            if (!_inRow)
            {
                BinaryPrimitives.WriteInt16BigEndian(Take(2), (short)columns.Length);
                _inRow = true;
            }
        }

        private Span<byte> Take(int length)
        {
            var span = _rows.GetSpan(length)[..length];
            _rows.Advance(length);
            return span;
        }
    }
}
