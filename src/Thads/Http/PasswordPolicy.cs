using Microsoft.AspNetCore.Identity;
using Thads.Office;
using Thads.Office.People;

namespace Thads.Http;

/// <summary>
/// What a password must be: long enough, not the person's own name, and none of those that are tried first. No rule about kinds of signs: such
/// rules make passwords that are written on the screen's edge.
/// </summary>
internal sealed class PasswordPolicy : IPasswordValidator<Account>
{
    public const int Shortest = 10;
    private const int Longest = 200;

    private static readonly string[] TriedFirst =
    [
        "password", "matkhau", "123456", "12345678", "123456789", "1234567890", "0123456789", "qwerty", "qwertyuiop", "iloveyou", "anhyeuem", "emyeuanh", "admin", "administrator",
        "thihanhan", "thads", "vietnam", "abc123", "111111", "letmein", "welcome", "changeme", "xinchao", "hanoi", "saigon",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(WhyNot(password ?? "", user.Name, user.FullName) is { } why ? IdentityResult.Failed(new IdentityError { Code = why.Code }) : IdentityResult.Success);

    public static Refusal? WhyNot(string password, string name, string fullName) =>
        password.Length < Shortest ? new Refusal("password.short", Shortest)
        : password.Length > Longest ? new Refusal("password.long", Longest)
        : Letters(password) is var plain && (plain.Length < 4 || IsGuessed(plain, name, fullName)) ? new Refusal("password.guessed")
        : null;

    /// <summary>A word tried first, or a name, alone or with digits and signs around it, or one sign again and again.</summary>
    private static bool IsGuessed(string plain, string name, string fullName)
    {
        var bare = plain.Trim([.. "0123456789"]);
        string[] names = [Letters(name), Letters(fullName)];
        return TriedFirst.Contains(plain) || TriedFirst.Contains(bare) || names.Contains(plain) || names.Contains(bare) || plain.Distinct().Count() < 4;
    }

    /// <summary>Small letters without marks, and digits.</summary>
    private static string Letters(string text) =>
        new([.. text.Replace('đ', 'd').Replace('Đ', 'D').Normalize(System.Text.NormalizationForm.FormD).ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
