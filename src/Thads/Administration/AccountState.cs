using Thads.Office.People;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>Whether an account opens, in one tag.</summary>
public static class AccountState
{
    public static string CodeOf(Account account) =>
        account.Blocked ? "tag.blocked" : account.PasswordHash is null ? "tag.no-password" : account.TwoFactor ? "tag.two-factor" : "tag.password-only";

    public static TagKind KindOf(Account account) => account.Blocked ? TagKind.Late : account.PasswordHash is null ? TagKind.Soon : account.TwoFactor ? TagKind.Fine : TagKind.Plain;
}
