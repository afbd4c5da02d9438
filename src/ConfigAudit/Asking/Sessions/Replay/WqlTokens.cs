using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>The words and signs of a WQL query, one after the other.</summary>
internal sealed class WqlTokens
{
    private static readonly Regex Token = LinearPattern.Of(
        @"\G\s*(?:(?<name>[A-Za-z_][A-Za-z0-9_.]*)|(?<number>-?\d+)|'(?<text>(?:[^'\\]|\\.)*)'|""(?<text>(?:[^""\\]|\\.)*)""|(?<sign><>|!=|<=|>=|[=<>*,()]))"
    );

    private static readonly Regex Escape = LinearPattern.Of(@"\\(.)");

    private readonly string _wql;
    private int _at;
    private Match? _next;

    public WqlTokens(string wql)
    {
        _wql = wql;
        Advance();
    }

    public void Keyword(string word)
    {
        if (!TryKeyword(word))
            throw Error($"{word} is wanted");
    }

    public bool TryKeyword(string word)
    {
        if (
            _next is null
            || !_next.Groups["name"].Success
            || !string.Equals(_next.Groups["name"].Value, word, StringComparison.OrdinalIgnoreCase)
        )
        {
            return false;
        }

        Advance();
        return true;
    }

    public bool TryTake(string sign)
    {
        if (_next is null || _next.Groups["sign"].Value != sign)
            return false;
        Advance();
        return true;
    }

    /// <summary>The names taken so far.</summary>
    public List<string> Names { get; } = new();

    public string Name()
    {
        if (!TryGroup("name", out var name))
            throw Error("a name is wanted");
        Names.Add(name);
        return name;
    }

    public bool TryText(out string text)
    {
        if (!TryGroup("text", out text))
            return false;
        text = Escape.Replace(text, "$1");
        return true;
    }

    public bool TryNumber(out string digits) => TryGroup("number", out digits);

    public string Sign() => TryGroup("sign", out var sign) ? sign : throw Error("a sign is wanted");

    public void End()
    {
        if (_next is not null)
            throw Error("something follows after the end");
    }

    public FormatException Error(string problem) => new($"WQL: {problem} at character {_next?.Index ?? _wql.Length} of \"{_wql}\"");

    private bool TryGroup(string group, out string value)
    {
        value = _next is not null && _next.Groups[group].Success ? _next.Groups[group].Value : string.Empty;
        if (_next is null || !_next.Groups[group].Success)
            return false;
        Advance();
        return true;
    }

    private void Advance()
    {
        var match = Token.Match(_wql, _at);
        _next = match.Success ? match : null;
        if (match.Success)
            _at += match.Length;
        else if (_wql.Substring(_at).Trim().Length > 0)
            throw new FormatException($"WQL: character {_at} of \"{_wql}\" isn't understood");
    }
}
