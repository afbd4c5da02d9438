using System;
using System.Collections.Generic;
using System.IO;
using System.Net;

namespace ConfigAudit.Telling.Outputs.Html;

/// <summary>HTML in which every text and every attribute's value is escaped.</summary>
internal sealed class Markup
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "meta", "input", "br" };

    private readonly TextWriter _text;

    public Markup(TextWriter text) => _text = text;

    /// <summary>An element with a text in it.</summary>
    public Markup Element(string name, string text, params (string Name, string Value)[] attributes) =>
        Element(name, () => Text(text), attributes);

    /// <summary>An element with what <paramref name="content"/> writes in it.</summary>
    public Markup Element(string name, Action content, params (string Name, string Value)[] attributes)
    {
        _text.Write('<');
        _text.Write(name);
        foreach (var (key, value) in attributes)
        {
            _text.Write(' ');
            _text.Write(key);
            _text.Write("=\"");
            WebUtility.HtmlEncode(XmlText.Clean(value), _text);
            _text.Write('"');
        }

        _text.Write('>');
        if (Void.Contains(name))
            return this;
        content();
        _text.Write("</");
        _text.Write(name);
        _text.Write(">\n");
        return this;
    }

    public Markup Text(string text)
    {
        WebUtility.HtmlEncode(XmlText.Clean(text), _text);
        return this;
    }

    /// <summary>What is ours and markup already: a style sheet, a script.</summary>
    public void Raw(string ours) => _text.Write(ours);
}
