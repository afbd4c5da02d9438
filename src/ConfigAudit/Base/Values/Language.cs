namespace ConfigAudit.Base.Values;

/// <summary>A language that texts for people are written in. What programs read (outcomes, names of properties) is English in
/// both.</summary>
public enum Language
{
    /// <summary>English.</summary>
    [JapaneseName("英語")]
    English,

    /// <summary>日本語.</summary>
    [JapaneseName("日本語")]
    Japanese,
}
