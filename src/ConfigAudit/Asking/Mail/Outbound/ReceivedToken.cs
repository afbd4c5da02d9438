using System.Collections.Generic;
using System.Text;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>A word, a whole comment without its brackets, or the semicolon before the time, of a Received line.</summary>
internal readonly record struct ReceivedToken(string Text, bool IsComment, bool IsQuoted)
{
    public bool IsEnd => Text == ";" && !IsComment && !IsQuoted;

    /// <returns>Null where a comment, a quotation or an address in angle brackets never ends.</returns>
    public static IReadOnlyList<ReceivedToken>? All(string value)
    {
        var tokens = new List<ReceivedToken>();
        var word = new StringBuilder();
        var (depth, isInQuotes, isInAngles, isQuoted) = (0, false, false, false);
        for (var i = 0; i < value.Length; i++)
        {
            var letter = value[i];
            if (letter == '\\' && (depth > 0 || isInQuotes) && i + 1 < value.Length)
                word.Append(value[++i]);
            else if (letter == '"' && depth == 0)
                (isInQuotes, isQuoted) = (!isInQuotes, true);
            else if (isInQuotes)
                word.Append(letter);
            else if (depth == 0 && letter is '<' or '>')
                Angle(letter);
            else if (isInAngles)
                word.Append(letter);
            else if (letter == '(' && depth++ == 0)
                End();
            else if (letter == ')' && depth > 0 && --depth == 0)
                End(isComment: true);
            else if (depth == 0 && (letter == ';' || letter <= ' '))
                EndAt(letter);
            // However a line was folded, one space is left of it.
            else if (letter > ' ' || (word.Length > 0 && word[word.Length - 1] != ' '))
                word.Append(letter <= ' ' ? ' ' : letter);
        }

        End();
        return depth == 0 && !isInQuotes && !isInAngles ? tokens : null;

        void Angle(char letter)
        {
            isInAngles = letter == '<';
            word.Append(letter);
        }

        void EndAt(char letter)
        {
            End();
            if (letter == ';')
                tokens.Add(new ReceivedToken(";", false, false));
        }

        void End(bool isComment = false)
        {
            if (word.Length > 0 || isQuoted)
                tokens.Add(new ReceivedToken(word.ToString().TrimEnd(' '), isComment, isQuoted));
            word.Clear();
            isQuoted = false;
        }
    }
}
