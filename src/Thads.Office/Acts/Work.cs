using System.Data.Common;
using Thads.Office.Data;

namespace Thads.Office.Acts;

/// <summary>
/// One piece of work: the database, who is asking, what day it is at the office, and the act that every written row will
/// name. Pages, API endpoints, commands and jobs all start here. Shape of every act: right → take → why not → change → finish.
/// </summary>
public sealed class Work(Database database, Person person, OfficeClock clock) : IAsyncDisposable
{
    private DbConnection? _connection;
    private DbTransaction? _transaction;
    private IDisposable? _turn;

    public Database Database => database;

    public Person Person => person;

    /// <summary>So many acts wait at most before they are closed into the summary of the book; until then reports read their moves one by one.</summary>
    public int ActsPerBatch { get; init; } = 1000;

    /// <summary>UTC.</summary>
    public DateTime Now => clock.Now;

    /// <summary>The office's day.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>The act of this work, once begun.</summary>
    public Act? Act { get; private set; }

    /// <summary>For what is done to the whole of the books: bringing in, taking out, looking after them.</summary>
    /// <exception cref="NotAllowedException">The person lacks the right, or sees only some units.</exception>
    public void RequireEverywhere(Permissions needed)
    {
        Require(needed);
        if (!person.MayEverywhere(needed))
        {
            throw new NotAllowedException(needed.ToString());
        }
    }

    /// <summary>For what is done to one unit, or to what it holds.</summary>
    /// <exception cref="NotAllowedException">The person lacks the right over that unit.</exception>
    public void Require(Permissions needed, int unit)
    {
        Require(needed);
        if (!person.MayIn(unit, needed))
        {
            throw new NotAllowedException(needed.ToString());
        }
    }

    /// <exception cref="NotAllowedException">The person lacks the right.</exception>
    public void Require(Permissions needed)
    {
        if (!person.May.HasFlag(needed))
        {
            throw new NotAllowedException(needed.ToString());
        }
    }

    /// <summary>The open connection of this work, for reading and for plain SQL.</summary>
    public async Task<DbConnection> ConnectAsync(CancellationToken ct) => _connection ??= await database.OpenAsync(ct);

    /// <summary>
    /// Starts the transaction of an act. On SQLite it is the one writer from here on (BEGIN IMMEDIATE); on PostgreSQL rows
    /// are locked by whoever takes them. Read what a rule depends on after this, not before.
    /// </summary>
    /// <param name="alone">No other act may run beside this one (an import): it waits for those under way, and others wait for it.</param>
    public async Task<DbConnection> StartAsync(CancellationToken ct, bool alone = false)
    {
        var connection = await ConnectAsync(ct);
        if (_transaction is null)
        {
            _turn = await database.TakeTurnAsync(ct);
            _transaction = await connection.BeginTransactionAsync(ct);
            if (connection.IsPostgres())
            {
                // The commit does not wait for the disk under the lock that numbers the acts; FinishAsync waits after it.
                await connection.RunAsync($"SET LOCAL synchronous_commit = off; SELECT pg_advisory_xact_lock{(alone ? "" : "_shared")}(7400003)", ct);
            }
        }

        return connection;
    }

    /// <summary>The act this work carries out: who, when, what kind, why.</summary>
    public Act Begin(string kind, string? reason = null, string? idempotencyKey = null) =>
        Act = new Act { Kind = kind, Person = person.Name, At = Now, Reason = reason, IdempotencyKey = idempotencyKey };

    /// <summary>The act that was done under this key before, by its sequence number; null when it is new.</summary>
    public async Task<long?> DoneBeforeAsync(string? idempotencyKey, CancellationToken ct) =>
        idempotencyKey is null ? null
        : await (await ConnectAsync(ct)).ValueAsync<long?>("SELECT seq FROM act WHERE idempotency_key = @key", ct, ("key", idempotencyKey));

    /// <summary>
    /// Gives the act its sequence number, under the lock that is held until the commit: whoever reads act N later has all
    /// acts before it. Called as late as possible, since from here on the writers queue.
    /// </summary>
    /// <exception cref="RefusedException">`act.key-taken`: something else was done under the key of the act.</exception>
    public async Task<long> NumberAsync(CancellationToken ct)
    {
        var act = Act ?? throw new InvalidOperationException("The work has begun no act.");
        if (act.Sequence != 0)
        {
            return act.Sequence;
        }

        // One statement after the other and not one: what is numbered must be read after the lock is held.
        var connection = await StartAsync(ct);
        if (connection.IsPostgres())
        {
            await connection.RunAsync("SELECT pg_advisory_xact_lock(7400002)", ct);
        }

        RefusedException.ThrowIf(await DoneBeforeAsync(act.IdempotencyKey, ct) is null ? null : new Refusal("act.key-taken", act.IdempotencyKey!));
        act.Sequence = await connection.ValueAsync<long>(
            """
            INSERT INTO act (seq, id, kind, person, at, reason, idempotency_key)
            SELECT coalesce(max(seq), 0) + 1, @id, @kind, @person, @at, @reason, @key FROM act RETURNING seq
            """, ct,
            ("id", act.Id), ("kind", act.Kind), ("person", act.Person), ("at", act.At), ("reason", act.Reason), ("key", act.IdempotencyKey));
        return act.Sequence;
    }

    /// <summary>Commits what is no act: a sign-in, a preference. Nothing of the books is written this way.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        if (Act is not null)
        {
            throw new InvalidOperationException("An act ends by FinishAsync.");
        }

        await _transaction!.CommitAsync(ct);
        await _transaction.DisposeAsync();
        _transaction = null;
        _turn?.Dispose();
    }

    /// <summary>Commits. What was written is on the disk when this returns.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        await NumberAsync(ct);
        await _transaction!.CommitAsync(ct);
        await _transaction.DisposeAsync();
        _transaction = null;
        _turn?.Dispose();
        if (database.Kind == DatabaseKind.Postgres)
        {
            // The log is written in order: when this small record is on the disk, so is the act. Writers wait together here, not one by one under the lock.
            await _connection!.RunAsync("SELECT pg_logical_emit_message(true, 'thads', '')", ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
        }

        _turn?.Dispose();
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }
    }
}
