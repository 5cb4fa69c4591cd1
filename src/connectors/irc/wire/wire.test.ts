import { expect, test } from 'vitest'
import { byteLength, decode, lineReader } from './bytes.ts'
import { ctcpOf, plainText } from './formatting.ts'
import { formatLine, isServer, parseLine, sourceOf } from './line.ts'
import { isRefusal, refusalOf } from './numerics.ts'
import { pacer } from './pace.ts'
import { authenticatePieces, scram, usableMechanisms } from './sasl.ts'
import { splitText } from './split.ts'
import { fold, supportBook } from './support.ts'

/** The same numbers in every run, so that a failure can be repeated. */
function luck(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

test('a line with everything is taken apart, and put together it is the same', () => {
  const text = '@time=2026-11-22T10:00:00.000Z;msgid=a\\:b\\sc\\\\d;+typing :ana!a@b PRIVMSG #kith :hello :) there'
  const line = parseLine(text)
  expect(line).toMatchObject({ source: 'ana!a@b', command: 'PRIVMSG', params: ['#kith', 'hello :) there'] })
  expect([...(line?.tags ?? [])]).toEqual([
    ['time', '2026-11-22T10:00:00.000Z'],
    ['msgid', 'a;b c\\d'],
    ['+typing', ''],
  ])
  const tags = Object.fromEntries(line?.tags ?? [])
  expect(formatLine('PRIVMSG', line?.params, tags)).toBe(text.replace(':ana!a@b ', ''))
})

test.each([
  ['', undefined],
  ['   ', undefined],
  [':only.a.source', undefined],
  ['@only=tags', undefined],
  ['12 too few digits', undefined],
  ['1234 too many digits', undefined],
  ['PRIVMSG!x #a :b', undefined],
  ['ping', { command: 'PING', params: [] }],
  ['  PING   a   b  ', { command: 'PING', params: ['a', 'b'] }],
  ['PING :', { command: 'PING', params: [''] }],
  [':  PING x', { command: 'PING', source: undefined }],
  ['@a=1;a=2;=x;;b PING', { command: 'PING' }],
  ['@a=\\ PING', { command: 'PING' }],
  [':s 001 me :a\0b', { command: '001', params: ['me', 'ab'] }],
])('the line %j is read as %j', (text, expected) => {
  const line = parseLine(text)
  if (expected === undefined) expect(line).toBeUndefined()
  else expect(line).toMatchObject(expected)
})

test('nothing that a server sends breaks the reader, and what is written never holds a second line', () => {
  const random = luck(7)
  const alphabet = [...' :@;=\\!#,\r\n\0\u0001\u0003abPRIVMSG0123é👋', '\ud800', ' :', '@a=', 'PING ']
  for (let round = 0; round < 20_000; round += 1) {
    const text = Array.from(
      { length: Math.floor(random() * 24) },
      () => alphabet[Math.floor(random() * alphabet.length)],
    ).join('')
    const line = parseLine(text)
    if (!line) continue
    expect(line.command).toMatch(/^(?:[A-Z]+|\d{3})$/)
    const middle = line.params
      .slice(0, -1)
      .every(param => param !== '' && !param.includes(' ') && !param.startsWith(':'))
    expect(middle).toBe(true)
    const again = formatLine(line.command, line.params, Object.fromEntries(line.tags))
    expect(again).not.toMatch(/[\r\n\0]/)
    expect(parseLine(again)).toEqual({ ...line, source: undefined })
  }
})

test('random bytes in random pieces give the same lines as in one piece, and no line grows without end', () => {
  const random = luck(11)
  for (let round = 0; round < 300; round += 1) {
    const bytes = Uint8Array.from({ length: Math.floor(random() * 400) }, () =>
      random() < 0.1 ? 10 : Math.floor(random() * 256),
    )
    const whole = lineReader()(bytes)
    const read = lineReader()
    const pieces: string[] = []
    for (let at = 0; at < bytes.length; ) {
      const size = 1 + Math.floor(random() * 9)
      pieces.push(...read(bytes.subarray(at, at + size)))
      at += size
    }
    expect(pieces).toEqual(whole)
  }
  const read = lineReader()
  expect(read(Buffer.alloc(40_000, 65))).toEqual([])
  expect(read(Buffer.from('tail\r\nPING x\r\n'))).toEqual(['PING x'])
})

test('text that is no UTF-8 is read as windows-1252, line by line', () => {
  expect(decode(Buffer.from('grüße 👋'))).toBe('grüße 👋')
  expect(decode(Buffer.from([0x67, 0x72, 0xfc, 0xdf, 0x65]))).toBe('grüße')
  expect(decode(Buffer.from([0x80, 0x20, 0x93, 0x6f, 0x6b, 0x94, 0x81]))).toBe('€ “ok”\u0081')
  expect(lineReader()(Buffer.concat([Buffer.from('é\n'), Buffer.from([0xe9, 10])]))).toEqual(['é', 'é'])
})

test('colours and other codes go, the words and the numbers stay', () => {
  expect(plainText('\u000304,12red\u0003 \u0002bold\u0002 \u001ditalic\u000f \u0004ff0000hex\u0011mono')).toBe(
    'red bold italic hexmono',
  )
  expect(plainText('\u00031234 apples')).toBe('34 apples')
  expect(plainText('\u0003,5 stays\tas it is\u0007')).toBe(',5 stays\tas it is')
  expect(ctcpOf('\u0001ACTION waves\u0001')).toEqual({ command: 'ACTION', text: 'waves' })
  expect(ctcpOf('\u0001version')).toEqual({ command: 'VERSION', text: '' })
  expect([ctcpOf('\u0001\u0001'), ctcpOf('hello')]).toEqual([undefined, undefined])
})

test('a long text is cut by bytes, behind words, never inside what reads as one sign, and nothing is lost', () => {
  const random = luck(3)
  const signs = ['a', 'ü', '語', '👩‍👩‍👧‍👦', '🇩🇪', 'e\u0301', ' ', ' ', 'word', '\n']
  const known = new Set(signs.map(sign => sign.trim()))
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  for (let round = 0; round < 300; round += 1) {
    const text = Array.from({ length: 120 }, () => signs[Math.floor(random() * signs.length)]).join('')
    const maxBytes = 30 + Math.floor(random() * 80)
    const parts = splitText(text, maxBytes)
    for (const part of parts) {
      expect(byteLength(part)).toBeLessThanOrEqual(maxBytes)
      for (const { segment } of graphemes.segment(part))
        expect(known.has(segment.trim()) || 'word'.includes(segment) || segment.endsWith('\u0301')).toBe(true)
    }
    expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  }
  expect(splitText('one two three', 8)).toEqual(['one two', 'three'])
  expect(splitText('first\r\n\r\nsecond ', 100)).toEqual(['first', 'second'])
  expect(splitText('👋'.repeat(3), 3).join('')).toBe('👋👋👋')
})

test('names are compared as the server does', () => {
  expect(fold('Ana[]\\^', 'rfc1459')).toBe('ana{}|~')
  expect(fold('Ana[]\\^', 'strict-rfc1459')).toBe('ana{}|^')
  expect(fold('Ana[]ÄB', 'ascii')).toBe('ana[]Äb')
})

test('what the server says of itself is taken over, and taken back', () => {
  const book = supportBook()
  expect(book.view()).toMatchObject({
    casemapping: 'rfc1459',
    nickBytes: 9,
    channelTypes: '#&',
    monitor: 0,
    lineBytes: 512,
  })
  book.take([
    'NICKLEN=30',
    'CASEMAPPING=ascii',
    'PREFIX=(qaohv)~&@%+',
    'STATUSMSG=@+',
    'MONITOR',
    'NETWORK=Some\\x20Net',
  ])
  book.take([
    'TARGMAX=JOIN:,PRIVMSG:4,WHOIS:1',
    'CHANMODES=beI,k,l,imnt',
    'LINELEN=2048',
    'are supported by this server',
  ])
  const view = book.view()
  expect(view).toMatchObject({
    nickBytes: 30,
    casemapping: 'ascii',
    monitor: 100,
    lineBytes: 2048,
    network: 'Some Net',
  })
  expect([view.targetsOf('JOIN'), view.targetsOf('PRIVMSG'), view.targetsOf('NOTICE')]).toEqual([20, 4, 1])
  expect(view.prefixes[0]).toEqual({ mode: 'q', symbol: '~' })
  book.take(['-MONITOR', 'NICKLEN=-5', 'LINELEN=x'])
  expect(book.view()).toMatchObject({ monitor: 0, nickBytes: 9, lineBytes: 512 })
})

test('SCRAM-SHA-256 answers as the RFC’s example, and believes only a server that knows the password', async () => {
  const login = scram('SCRAM-SHA-256', 'user', 'pencil', 'rOprNGfwEbeRWgbNEkqO')
  expect(String(await login.next(Buffer.alloc(0)))).toBe('n,,n=user,r=rOprNGfwEbeRWgbNEkqO')
  const challenge = 'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096'
  expect(String(await login.next(Buffer.from(challenge)))).toBe(
    'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
  )
  const good = Buffer.from('v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=')
  expect((await login.next(good)).length).toBe(0)
  const doubted = scram('SCRAM-SHA-256', 'user', 'pencil', 'rOprNGfwEbeRWgbNEkqO')
  await doubted.next(Buffer.alloc(0))
  await doubted.next(Buffer.from(challenge))
  await expect(doubted.next(Buffer.from('v=AAAA'))).rejects.toThrow('could not prove')
  await expect(scram('SCRAM-SHA-256', 'u', 'p', 'n').next(Buffer.alloc(0))).resolves.toBeDefined()
})

test('a password is offered in the clear only where nobody can read along', () => {
  const person = { account: 'ana', password: 'x', certificate: false }
  expect(usableMechanisms(['PLAIN', 'EXTERNAL', 'SCRAM-SHA-256'], person, true)).toEqual(['SCRAM-SHA-256', 'PLAIN'])
  expect(usableMechanisms(['PLAIN', 'SCRAM-SHA-512'], person, false)).toEqual(['SCRAM-SHA-512'])
  expect(usableMechanisms(undefined, { ...person, certificate: true }, true)).toEqual(['EXTERNAL', 'PLAIN'])
  expect(usableMechanisms(['PLAIN'], { ...person, password: '' }, true)).toEqual([])
})

test('an answer of a whole multiple of 400 characters is closed with a plus', () => {
  expect(authenticatePieces(Buffer.alloc(0))).toEqual(['+'])
  expect(authenticatePieces(Buffer.alloc(300)).map(piece => piece.length)).toEqual([400, 1])
  expect(authenticatePieces(Buffer.alloc(310)).map(piece => piece.length)).toEqual([400, 16])
})

test('a few lines go at once, the next ones in order and in time, and the stopped ones never', async () => {
  let nowMs = 0
  const pace = pacer({ burst: 3, everyMs: 20 }, () => nowMs)
  const never = new AbortController().signal
  const went: number[] = []
  for (const at of [1, 2, 3]) void pace.turn(1, never).then(() => went.push(at))
  await new Promise(resolve => setTimeout(resolve, 5))
  expect(went).toEqual([1, 2, 3])
  expect(pace.spare(1)).toBe(false)
  expect(pace.waitMs()).toBeGreaterThan(0)
  const stop = new AbortController()
  const stopped = pace.turn(1, stop.signal)
  const after = pace.turn(1, never).then(() => went.push(4))
  stop.abort()
  await expect(stopped).rejects.toThrow()
  nowMs = 25
  await after
  expect(went).toEqual([1, 2, 3, 4])
})

test('a refusal is told in words that name the person or the channel', () => {
  expect(refusalOf('401', 'ana', 'No such nick')).toMatchObject({
    code: 'gone',
    text: expect.stringContaining('ana is not online'),
  })
  expect(refusalOf('404', '#kith', 'Cannot send (+m)')).toMatchObject({
    code: 'cannot-send',
    text: expect.stringContaining('+m'),
  })
  expect(refusalOf('599', '#kith', 'odd reason').text).toContain('odd reason')
  expect([isRefusal('401'), isRefusal('716'), isRefusal('422'), isRefusal('301')]).toEqual([true, true, false, false])
})

test('a source is taken apart, whatever is missing of it', () => {
  expect(sourceOf('ana!a@b.c')).toEqual({ nick: 'ana', user: 'a', host: 'b.c' })
  expect(sourceOf('ana@host')).toEqual({ nick: 'ana', user: undefined, host: 'host' })
  expect(sourceOf(undefined).nick).toBe('')
  expect([
    isServer('irc.example.net'),
    isServer('ana'),
    isServer('ana!x@irc.example.net'),
    isServer(undefined),
  ]).toEqual([true, false, false, true])
})
