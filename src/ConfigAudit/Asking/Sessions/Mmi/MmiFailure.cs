using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.Mmi;

/// <summary>What an error of MMI comes to.</summary>
/// <param name="Kind">Why there is no answer.</param>
/// <param name="Told">What MMI said, and what to do.</param>
/// <param name="MayBeAbsent">Whether it may mean that what was asked isn't there, and may mean something else.</param>
internal sealed record MmiFailure(GapKind Kind, LocalText Told, bool MayBeAbsent = false);
