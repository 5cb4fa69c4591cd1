export {
  type Citation,
  type Comparing,
  type Fit,
  type FitTerm,
  type JudgedPerson,
  judgeFit,
  type WantedProfile,
} from './model/fit.ts'
