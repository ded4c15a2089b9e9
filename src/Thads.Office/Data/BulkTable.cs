using System.Buffers;
using System.Buffers.Binary;
using System.Data.Common;
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

    private sealed class SqliteTable : BulkTable
    {
        private readonly sqlite3 _database;
        private readonly sqlite3_stmt _statement;
        private readonly string _table;
        private readonly byte[] _day = new byte[10];
        private readonly byte[] _id = new byte[16];
        private int _column;

        public SqliteTable(SqliteConnection connection, string table, string[] columns)
        {
            _table = table;
            _database = connection.Handle!;
            var sql = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
            Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        }

        public override bool IsFull => false;

        public override BulkTable Number(long value)
        {
            Check(raw.sqlite3_bind_int64(_statement, ++_column, value));
            return this;
        }

        public override BulkTable Whole(int value) => Number(value);

        public override BulkTable Small(int value) => Number(value);

        public override BulkTable Text(string? value)
        {
            if (value is null)
            {
                return None();
            }

            Check(raw.sqlite3_bind_text(_statement, ++_column, value));
            return this;
        }

        public override BulkTable Day(DateOnly? value)
        {
            if (value is not { } day)
            {
                return None();
            }

            day.TryFormat(_day, out _, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            Check(raw.sqlite3_bind_text(_statement, ++_column, _day));
            return this;
        }

        public override BulkTable Id(Guid value)
        {
            value.TryWriteBytes(_id, bigEndian: true, out _);
            Check(raw.sqlite3_bind_blob(_statement, ++_column, _id));
            return this;
        }

        public override BulkTable None()
        {
            Check(raw.sqlite3_bind_null(_statement, ++_column));
            return this;
        }

        public override void EndRow()
        {
            var done = raw.sqlite3_step(_statement);
            raw.sqlite3_reset(_statement);
            if (done != raw.SQLITE_DONE)
            {
                Check(done);
            }

            _column = 0;
        }

        public override void Flush()
        {
        }

        public override void Dispose() => _statement.Dispose();

        private void Check(int result)
        {
            if (result != raw.SQLITE_OK)
            {
                throw new SqliteException($"{_table}: {raw.sqlite3_errmsg(_database).utf8_to_string()}", result, raw.sqlite3_extended_errcode(_database));
            }
        }
    }

    private sealed class PostgresTable(NpgsqlConnection connection, string table, string[] columns) : BulkTable
    {
        private const int Block = 4 << 20;
        private static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;
        private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
        private readonly ArrayBufferWriter<byte> _rows = new(Block + (1 << 16));
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
