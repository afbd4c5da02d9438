using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts;

/// <summary>
/// Something that could not be learnt, and why. A gap in a property says why that property is null; a gap in the set
/// says that the host may have items that nobody saw.
/// </summary>
/// <param name="Kind">Why it could not be read.</param>
/// <param name="Source">What was asked: <c>namespace:Class</c>, <c>namespace:Class.Method</c> or <c>registry:KEY</c>.</param>
/// <param name="Message">What happened, in a sentence.</param>
public sealed record Gap(GapKind Kind, string Source, string Message)
{
    private readonly string _source = HostileText.Harmless(Source ?? string.Empty);
    private readonly string _message = HostileText.Harmless(Message ?? string.Empty);

    /// <summary>What was asked: <c>namespace:Class</c>, <c>namespace:Class.Method</c> or <c>registry:KEY</c>.</summary>
    public string Source
    {
        get => _source;
        init => _source = HostileText.Harmless(value);
    }

    /// <summary>What happened, in a sentence.</summary>
    public string Message
    {
        get => _message;
        init => _message = HostileText.Harmless(value);
    }

    /// <summary>The property of the fact that is not known for this reason; null when whole items may be missing.</summary>
    public string? Property { get; init; }

    /// <summary>
    /// When items may be missing: what is known of them all the same. Its null properties are not known. A connection in
    /// another user's phonebook, say, is certainly not an all-user connection, so a check of all-user ones is not held up by it.
    /// </summary>
    internal Fact? Unseen { get; init; }

    /// <summary>The label of the item whose property it is, where the reason is this one's alone; null for one that holds of any.</summary>
    internal string? Item { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Words().En;

    /// <summary>For people. What the host or the system itself said stays as it was said.</summary>
    internal LocalText Words(string before = "") =>
        new($"{before}{MemberNames<GapKind>.Of(Kind).Ja}: {Source}（{Bare}）", $"{before}{Kind}: {Source}: {Bare}");

    /// <summary>The system's own messages end with a full stop, and the sentence goes on.</summary>
    private string Bare => Message.TrimEnd(' ', '.', '。');
}
