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
    private readonly string? _japanese;

    /// <param name="kind">Why it could not be read.</param>
    /// <param name="source">What was asked.</param>
    /// <param name="told">What happened, in a sentence of this module's own.</param>
    internal Gap(GapKind kind, string source, LocalText told)
        : this(kind, source, told.En) => Japanese = told.Ja;

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
        // Another sentence has another translation.
        init => (_message, _japanese) = (HostileText.Harmless(value), null);
    }

    /// <summary>The same in Japanese; null where it is what the host or the system said.</summary>
    internal string? Japanese
    {
        get => _japanese;
        init => _japanese = value is null || value == _message ? null : HostileText.Harmless(value);
    }

    /// <summary>The sentence in both languages. What the host or the system itself said stays as it was said.</summary>
    internal LocalText Told => new(Japanese ?? Message, Message);

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

    /// <summary>The same gap with another sentence.</summary>
    internal Gap Saying(LocalText told) => this with { Message = told.En, Japanese = told.Ja };

    /// <summary>For people.</summary>
    internal LocalText Words(string before = "") =>
        new($"{before}{MemberNames<GapKind>.Of(Kind).Ja}: {Source}（{Bare(Told.Ja)}）", $"{before}{Kind}: {Source}: {Bare(Message)}");

    /// <summary>The system's own messages end with a full stop, and the sentence goes on.</summary>
    private static string Bare(string text) => text.TrimEnd(' ', '.', '。');
}
