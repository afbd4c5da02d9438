using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation.Host;
using ConfigAudit.Host.Terminals;

namespace ConfigAudit.Host.Prompting;

/// <summary>One answer of several: <c>-Confirm</c> asks so.</summary>
internal sealed class ChoicePrompt(UserInterface ui)
{
    public int Ask(string caption, string message, IReadOnlyList<ChoiceDescription> choices, int defaultChoice)
    {
        var answers = choices.Select(Answer.Of).ToArray();
        Heading.Write(ui, caption, message);
        while (true)
        {
            ui.Write(Question(answers, defaultChoice));
            // Nobody there to answer is not a yes.
            var reply = ui.ReadLine()?.Trim() ?? throw new HostException("The input ended before the question was answered.");
            if (reply.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            var chosen = Array.FindIndex(answers, answer => answer.Matches(reply));
            if (chosen >= 0)
                return chosen;
            if (reply == "?")
                Explain(answers, choices);
        }
    }

    private static string Question(Answer[] answers, int defaultChoice)
    {
        var shown = string.Join("  ", answers.Select(answer => $"[{answer.Key}] {answer.Label}").Append("[?] Help"));
        return defaultChoice >= 0 ? $"{shown} (default is \"{answers[defaultChoice].Key}\"): " : $"{shown}: ";
    }

    private void Explain(Answer[] answers, IReadOnlyList<ChoiceDescription> choices)
    {
        foreach (var (answer, choice) in answers.Zip(choices))
            ui.WriteLine($"{answer.Key} - {choice.HelpMessage}");
    }

    /// <summary>"Yes to &amp;All" is "Yes to All", and A for short.</summary>
    private sealed record Answer(string Key, string Label)
    {
        public static Answer Of(ChoiceDescription choice)
        {
            var label = choice.Label.Replace("&", string.Empty, StringComparison.Ordinal);
            var mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
            var key = mark >= 0 && mark + 1 < choice.Label.Length ? choice.Label.Substring(mark + 1, 1) : label;
            return new Answer(key.ToUpper(CultureInfo.CurrentCulture), label);
        }

        public bool Matches(string reply) =>
            reply.Equals(Key, StringComparison.OrdinalIgnoreCase) || reply.Equals(Label, StringComparison.OrdinalIgnoreCase);
    }
}
