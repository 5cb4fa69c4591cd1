import type { Industry } from '../industry.ts'

export const accounting: Industry = {
  id: 'accounting',
  roles: ['Bookkeeper', 'Accountant', 'Senior accountant', 'Head of finance'],
  employers: ['Ledger & Lane', 'Kontor Vier', 'Okoye Audit', 'Tidewater Foods Finance'],
  schools: ['Business School {place}', 'Chamber of Accountants'],
  skills: ['month end', 'payroll', 'VAT', 'reconciliation', 'spreadsheets', 'audit', 'cash planning', 'leases'],
  things: ['month end', 'payroll', 'accrual', 'cash plan', 'receipt', 'reconciliation'],
  headlines: ['{role} · {thing} in three days', '{role}, plain words about numbers', 'Small firms, tidy books'],
  duties: [
    'Closed the month for {n} small companies, on working day four.',
    'Payroll for {n} people in three countries, without a late one.',
    'Prepared the audit so that it was boring.',
  ],
  topics: [
    {
      titles: ['A month end in four days', 'Closing before the coffee is cold'],
      lines: [
        'It used to take us {n} days, and most of them were waiting.',
        'We moved everything that can be done before the month ends to before the month ends.',
        'Accruals come from the people who ordered, in one line, with a number that may be wrong.',
        'A small error on day four is better than a fine one on day twelve.',
        'The meeting about the numbers is now about the business.',
      ],
    },
    {
      titles: ['Explaining cash to a baker', 'Profit is an opinion'],
      lines: [
        'She made a profit each month and could not pay for flour.',
        'We drew {n} weeks on a sheet of wrapping paper: what comes in, what goes out, on which day.',
        'The hotel paid after sixty days and the mill wanted its money after ten.',
        'She called the hotel herself, it took four minutes, and now it is twenty.',
        'I keep a photograph of that sheet above my desk.',
      ],
    },
    {
      titles: ['Payroll is a promise', 'The one thing you cannot be late with'],
      lines: [
        'Nobody thanks payroll and everybody builds their month on it.',
        'We check the odd ones by hand: new, leaving, sick, {n} lines at most.',
        'Then somebody who did not enter it reads the total aloud.',
        'Once we were wrong, told everyone before they noticed and paid the difference the same day.',
        'I would rather explain a mistake than a silence.',
      ],
    },
    {
      titles: ['The shoebox', 'Receipts, from chaos'],
      lines: [
        'A client from {place} came with a shoebox, an actual one, size {n}.',
        'We sorted it together, which is slower and means that it never happens again.',
        'Photograph it at the till, throw the paper in the box by month, that is the entire system.',
        'The tax office asked for one receipt and we found it in a minute.',
        'He has brought me shoes as a joke, and they fit.',
      ],
    },
  ],
  shorts: [
    'Difference of 0.{n}. Found it. It was me.',
    'The audit was boring. Nicest thing I have said all year.',
    'Please do not merge cells. Please.',
    'Payroll out, window open, birds.',
    'New rule for the {thing}: if it needs a legend, it needs a rewrite.',
  ],
  talks: ['Cash on wrapping paper', 'Four days to close', 'Payroll as a promise'],
  asks: [
    ['how bad is month end?', 'four days, home by six on three of them'],
    ['which software?', 'an ordinary one, and they are not about to change it'],
    ['how much from home?', 'three days if you like, quarter end in the office'],
  ],
}
