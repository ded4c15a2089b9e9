using System.Threading.Channels;

namespace Thads.Tests.Jobs;

/// <summary>A clock that is moved by hand, and with it all that waits for it.</summary>
internal sealed class HandTime(DateTime start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> waiting = [];
    private readonly Channel<int> waits = Channel.CreateUnbounded<int>();
    private DateTimeOffset now = new(start, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state, now + dueTime);
        lock (gate)
        {
            waiting.Add(timer);
        }

        waits.Writer.TryWrite(1);
        return timer;
    }

    /// <summary>Until somebody waits for this clock.</summary>
    public async Task SomebodyWaitsAsync() => await waits.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public void Move(TimeSpan by)
    {
        List<Timer> due;
        lock (gate)
        {
            now += by;
            due = [.. waiting.Where(timer => timer.At <= now)];
            waiting.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    private sealed class Timer(HandTime time, TimerCallback callback, object? state, DateTimeOffset at) : ITimer
    {
        public DateTimeOffset At => at;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
            lock (time.gate)
            {
                time.waiting.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
