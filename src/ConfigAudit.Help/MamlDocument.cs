using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace ConfigAudit.Help;

/// <summary>The help file that PowerShell reads (MAML): what the cmdlets are, with what the pages say of them.</summary>
internal static class MamlDocument
{
    private static readonly XNamespace Items = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static XDocument Of(IEnumerable<Cmdlet> cmdlets, HelpPages pages) =>
        new(
            new XDeclaration("1.0", "utf-8", null),
            new XElement(
                Items + "helpItems",
                new XAttribute("schema", "maml"),
                cmdlets.Where(cmdlet => pages.Of(cmdlet) is not null).Select(cmdlet => Of(cmdlet, pages.Of(cmdlet)!, pages))
            )
        );

    private static XElement Of(Cmdlet cmdlet, HelpPage page, HelpPages pages) =>
        new(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(
                Command + "details",
                new XElement(Command + "name", cmdlet.Name),
                new XElement(Maml + "description", Paragraphs(page.Text("SYNOPSIS"))),
                new XElement(Command + "verb", cmdlet.Verb),
                new XElement(Command + "noun", cmdlet.Noun)
            ),
            new XElement(Maml + "description", Paragraphs(page.Text("DESCRIPTION"))),
            new XElement(Command + "syntax", Sets(cmdlet).Select(set => Syntax(cmdlet, set, pages))),
            new XElement(
                Command + "parameters",
                cmdlet.Parameters.Select(parameter => Parameter(parameter, parameter.Uses[0], pages.Parameter(cmdlet, parameter.Name)))
            ),
            new XElement(
                Command + "inputTypes",
                Typed(Command + "inputType", page.Text("INPUTS").Length > 0 ? Lines(page.Text("INPUTS")) : new[] { "None" })
            ),
            new XElement(Command + "returnValues", Typed(Command + "returnValue", Lines(page.Text("OUTPUTS")))),
            new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(page.Text("NOTES")))),
            new XElement(Command + "examples", page.Examples.Select((example, index) => Example(example, index + 1))),
            new XElement(
                Maml + "relatedLinks",
                Lines(page.Text("LINKS"))
                    .Select(link => new XElement(
                        Maml + "navigationLink",
                        new XElement(Maml + "linkText", link),
                        new XElement(Maml + "uri")
                    ))
            )
        );

    private static string?[] Sets(Cmdlet cmdlet)
    {
        var named = cmdlet.Parameters.SelectMany(parameter => parameter.Uses).Select(use => use.Set).OfType<string>().Distinct().ToArray();
        return named.Length == 0 ? new string?[] { null } : named;
    }

    private static XElement Syntax(Cmdlet cmdlet, string? set, HelpPages pages) =>
        new(
            Command + "syntaxItem",
            new XElement(Maml + "name", cmdlet.Name),
            cmdlet
                .Parameters.SelectMany(parameter =>
                    parameter.Uses.Where(use => use.Set is null || use.Set == set).Take(1).Select(use => (parameter, use))
                )
                .OrderBy(pair => pair.use.Position ?? int.MaxValue)
                .ThenBy(pair => !pair.use.IsMandatory)
                .Select(pair => Parameter(pair.parameter, pair.use, pages.Parameter(cmdlet, pair.parameter.Name)))
        );

    private static XElement Parameter(CmdletParameter parameter, ParameterUse use, string? text) =>
        new(
            Command + "parameter",
            new XAttribute("required", use.IsMandatory ? "true" : "false"),
            new XAttribute("variableLength", parameter.Type.EndsWith("[]", StringComparison.Ordinal) ? "true" : "false"),
            new XAttribute("globbing", "false"),
            new XAttribute("pipelineInput", use.PipelineInput),
            new XAttribute("position", use.Position?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "named"),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            new XElement(Maml + "description", Paragraphs(Described(parameter, text))),
            parameter.IsSwitch
                ? null
                : new XElement(
                    Command + "parameterValue",
                    new XAttribute("required", "true"),
                    new XAttribute("variableLength", "false"),
                    parameter.Type
                ),
            new XElement(Dev + "type", new XElement(Maml + "name", parameter.Type), new XElement(Maml + "uri"))
        );

    private static string Described(CmdletParameter parameter, string? text) =>
        parameter.Values.Count == 0 ? text ?? string.Empty : $"{text}\n\n{string.Join(", ", parameter.Values)}";

    /// <summary>The code between the fences, and the words below it.</summary>
    private static XElement Example(HelpSection section, int number)
    {
        var parts = section.Text.Split("```");
        var code = parts.Length > 1 ? parts[1][parts[1].IndexOf('\n', StringComparison.Ordinal)..].Trim() : string.Empty;
        return new XElement(
            Command + "example",
            new XElement(Maml + "title", $"---- {number}: {section.Title} ----"),
            new XElement(Dev + "code", code),
            // An empty paragraph parts it from the next one.
            new XElement(Dev + "remarks", Paragraphs(parts.Length > 2 ? parts[2] : string.Empty), new XElement(Maml + "para"))
        );
    }

    /// <summary>"Type: words", a line each.</summary>
    private static IEnumerable<XElement> Typed(XName name, IEnumerable<string> lines) =>
        lines
            .Select(line => line.Split(": ", 2))
            .Select(parts => new XElement(
                name,
                new XElement(Dev + "type", new XElement(Maml + "name", parts[0])),
                new XElement(Maml + "description", Paragraphs(parts.Length > 1 ? parts[1] : string.Empty))
            ));

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<XElement> Paragraphs(string text) =>
        text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => new XElement(Maml + "para", paragraph.Replace("\n", " ", StringComparison.Ordinal)));
}
