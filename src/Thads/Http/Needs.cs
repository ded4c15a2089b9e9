using Thads.Office.Acts;

namespace Thads.Http;

/// <summary>The right a page asks for before it reads anything. Every page has this or <see cref="OpenToAllAttribute"/>; `docs/permissions.md` is made from them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permissions right) : Attribute
{
    public Permissions Right => right;
}

/// <summary>A page for those who have not signed in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToAllAttribute : Attribute;

/// <summary>A page for whoever has signed in, whatever their rights.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToSignedInAttribute : Attribute;
