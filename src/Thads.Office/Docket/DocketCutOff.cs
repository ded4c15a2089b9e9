namespace Thads.Office.Docket;

/// <summary>
/// What was known: the acts up to a sequence number and, of what they brought, what was known on a day. A published figure
/// keeps both, so that neither a writer who finishes later nor an import of old history moves it.
/// </summary>
/// <param name="Act">Last act that counts.</param>
/// <param name="KnownOn">Last day of knowledge that counts; null = all.</param>
public readonly record struct DocketCutOff(long Act, DateOnly? KnownOn);
