using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines;

/// <summary>A public comment on a guideline's draft, what the ministry answered, and what of it can be audited.</summary>
public sealed record GuidelineComment
{
    internal GuidelineComment(JsonNode node)
    {
        node.AllowOnly("number", "asks", "answer", "section", "page", "notAuditable");
        Number = node["number"].Number();
        Asks = LocalText.Of(node["asks"]);
        Answer = node["answer"].Enum<CommentAnswer>();
        Section = node.TextOrNull("section");
        Page = node.TextOrNull("page");
        NotAuditable = node.Has("notAuditable") ? LocalText.Of(node["notAuditable"]) : null;
    }

    /// <summary>As the ministry counts them.</summary>
    public long Number { get; }

    /// <summary>What was asked for.</summary>
    public LocalText Asks { get; }

    /// <summary>What the ministry answered.</summary>
    public CommentAnswer Answer { get; }

    /// <summary>The section of the guideline that it is about; null where none is named.</summary>
    public string? Section { get; }

    /// <summary>The page, in the published edition; null where none is named.</summary>
    public string? Page { get; }

    /// <summary>Why it can't be audited; null where it can: then checks name its number.</summary>
    public LocalText? NotAuditable { get; }
}
