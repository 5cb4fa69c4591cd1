// better-sqlite3's interface, as far as the PDS uses it, over the SQLite that Node brings: nothing to compile and nothing to download.
const { DatabaseSync } = require('node:sqlite')

class SqliteError extends Error {
  constructor(message, code) {
    super(message)
    this.name = 'SqliteError'
    this.code = code
  }
}

const names = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  19: 'SQLITE_CONSTRAINT',
  1555: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  2067: 'SQLITE_CONSTRAINT_UNIQUE',
}

function guarded(act) {
  try {
    return act()
  } catch (error) {
    if (error.code !== 'ERR_SQLITE_ERROR') throw error
    throw new SqliteError(error.message, names[error.errcode] ?? names[error.errcode & 0xff] ?? 'SQLITE_ERROR')
  }
}

const value = each => (typeof each === 'boolean' ? Number(each) : each === undefined ? null : each)
const bound = given => given.flat().map(value)
const plain = row => {
  if (row === undefined) return row
  for (const key in row)
    if (row[key] instanceof Uint8Array && !Buffer.isBuffer(row[key])) row[key] = Buffer.from(row[key])
  return { ...row }
}

class Statement {
  constructor(statement, source) {
    this.statement = statement
    this.source = source
    this.reader = statement.columns().length > 0
  }
  all(...given) {
    return guarded(() => this.statement.all(...bound(given)).map(plain))
  }
  get(...given) {
    return guarded(() => plain(this.statement.get(...bound(given))))
  }
  run(...given) {
    return guarded(() => this.statement.run(...bound(given)))
  }
  *iterate(...given) {
    for (const row of this.statement.iterate(...bound(given))) yield plain(row)
  }
}

class Database {
  constructor(location, { timeout = 5000 } = {}) {
    this.name = location
    this.open = true
    this.database = guarded(() => new DatabaseSync(location, { timeout }))
  }
  pragma(text) {
    return this.prepare(`PRAGMA ${text}`).all()
  }
  prepare(source) {
    return guarded(() => new Statement(this.database.prepare(source), source))
  }
  exec(source) {
    guarded(() => this.database.exec(source))
    return this
  }
  close() {
    if (this.open) this.database.close()
    this.open = false
  }
}

module.exports = Database
module.exports.SqliteError = SqliteError
